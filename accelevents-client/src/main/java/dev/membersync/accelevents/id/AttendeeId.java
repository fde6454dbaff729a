package dev.membersync.accelevents.id;

/**
 * An attendee as the payment step names one; the wire calls it {@code attendeeId}, a text that is not purely numeric (DOC).
 *
 * @param value the text, not blank
 */
public record AttendeeId(String value) {
    /** Refuses what is no id: {@link IllegalArgumentException} for a blank text. */
    public AttendeeId {
        Check.text("an attendee", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
