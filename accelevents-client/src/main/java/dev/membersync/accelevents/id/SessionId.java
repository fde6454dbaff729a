package dev.membersync.accelevents.id;

/**
 * A session; the wire calls it {@code sessionId} (DOC).
 *
 * @param value the number, positive
 */
public record SessionId(long value) {
    /** Refuses what is no id: {@link IllegalArgumentException} for zero and below. */
    public SessionId {
        Check.positive("a session", value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
