package dev.membersync.accelevents.id;

/**
 * A speaker; the wire calls it {@code speakerId} (SPEC).
 *
 * @param value the number, positive
 */
public record SpeakerId(long value) {
    /** Refuses what is no id: {@link IllegalArgumentException} for zero and below. */
    public SpeakerId {
        Check.positive("a speaker", value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
