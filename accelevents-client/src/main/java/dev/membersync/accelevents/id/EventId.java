package dev.membersync.accelevents.id;

/**
 * An event by number; the wire calls it {@code eventId} (DOC).
 *
 * @param value the number, positive
 */
public record EventId(long value) {
    /** Refuses what is no id: {@link IllegalArgumentException} for zero and below. */
    public EventId {
        Check.positive("an event", value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
