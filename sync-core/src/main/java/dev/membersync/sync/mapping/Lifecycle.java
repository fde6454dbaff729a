package dev.membersync.sync.mapping;

import java.util.Set;

/**
 * Which values of a field that flows to members may follow which. Only marks are kept at rest, so the values are a
 * vocabulary: the engine finds the last one by its mark. Pure and thread-safe.
 */
public interface Lifecycle {
    /** Every value that the field can have been written with, as {@link FieldMapper#canonical} spells it. */
    Set<String> values();

    /** What to do about this value after that one. */
    Step step(String from, String to);

    /**
     * A step of a record from one value to another.
     *
     * @param kind what is done
     * @param reason why, for people
     */
    record Step(Kind kind, String reason) {
        /** What is done about a step. */
        public enum Kind {
            /** It is written. */
            LEGAL,
            /** It is not written, and nobody is asked: the setting says so. */
            KEPT,
            /** It is not written, and a person is asked. */
            ILLEGAL
        }
    }
}
