package dev.membersync.eventops.privacy;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What an erasure came to in one system. Holds no personal data.
 *
 * @param system which system, such as {@code accelevents spring-summit} or {@code store}
 * @param outcome what became of the data there
 * @param count of how many records
 * @param note what was done, or why it could not be
 * @param owner who does what is open
 * @param due until when
 */
public record SystemResult(
        String system, Outcome outcome, long count, String note, Optional<String> owner, Optional<LocalDate> due) {
    /** What became of the data. */
    public enum Outcome {
        /** It is gone, or overwritten and read back. */
        ERASED,
        /** There was nothing. */
        NOTHING,
        /** It stays by the policy or the law. */
        KEPT,
        /** The system has no way to erase it, or refused: a person has to. */
        OPEN
    }

    static SystemResult of(String system, Outcome outcome, long count, String note) {
        return new SystemResult(system, outcome, count, note, Optional.empty(), Optional.empty());
    }

    /** The same as an open item. */
    static SystemResult open(String system, long count, String note, String owner, LocalDate due) {
        return new SystemResult(system, Outcome.OPEN, count, note, Optional.of(owner), Optional.of(due));
    }
}
