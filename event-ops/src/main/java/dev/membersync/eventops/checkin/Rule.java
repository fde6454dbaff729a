package dev.membersync.eventops.checkin;

import java.util.Arrays;
import java.util.Optional;

/** The rules of an admission policy that can say no, by the names that are kept with scans. */
public enum Rule {
    /** The ticket lets in once; an exit does not open it again. */
    ONCE("entry.once", "This ticket lets in once; it does not let in again after an exit."),
    /** The ticket is not for this day. */
    DAY("access.day", "This ticket is not for today."),
    /** The scanner's clock cannot be believed. */
    CLOCK("clock.suspect", "The clock of this scanner is wrong, and this ticket depends on the time: set the clock."),
    /** The revocation list is too old. */
    STALE_LIST("list.stale", "The list of withdrawn tickets is too old: connect this scanner."),
    /** The snapshot is too old. */
    STALE_SNAPSHOT("snapshot.stale", "The data of this scanner is too old: connect it."),
    /** The snapshot does not hold the ticket. */
    NOT_IN_SNAPSHOT("snapshot.missing", "This ticket is newer than the data of this scanner: connect it."),
    /** The snapshot has ended with its event. */
    EXPIRED_SNAPSHOT("snapshot.expired", "The data of this scanner has ended with its event: load that of this event.");

    private final String id;
    private final String text;

    Rule(String id, String text) {
        this.id = id;
        this.text = text;
    }

    /** Its id. */
    public String id() {
        return id;
    }

    /** The rule with this id. */
    public static Optional<Rule> of(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
    }

    /** What the operator reads. */
    public String text() {
        return text;
    }
}
