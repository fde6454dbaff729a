package dev.membersync.accelevents.id;

/**
 * An account on the platform, never an identity of a member; the wire calls it {@code userId} (DOC).
 *
 * @param value the number, positive
 */
public record PlatformUserId(long value) {
    /** Refuses what is no id: {@link IllegalArgumentException} for zero and below. */
    public PlatformUserId {
        Check.positive("a platform user", value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
