package dev.membersync.accelevents.id;

/**
 * One occurrence of a recurring event; the wire calls it {@code recurringEventId} (DOC).
 *
 * @param value the number, positive
 */
public record OccurrenceId(long value) {
    /** Refuses what is no id: {@link IllegalArgumentException} for zero and below. */
    public OccurrenceId {
        Check.positive("an occurrence", value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
