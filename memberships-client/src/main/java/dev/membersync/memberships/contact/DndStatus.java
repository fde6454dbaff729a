package dev.membersync.memberships.contact;

import dev.membersync.client.internal.Texts;

/**
 * Whether a contact may not be written to on a channel: an open enumeration (SPEC, memberships-api.md 2.2).
 *
 * @param value the text on the wire, not blank
 */
public record DndStatus(String value) {

    /** No messages on this channel. */
    public static final DndStatus ACTIVE = new DndStatus("active");

    /** Messages are welcome. */
    public static final DndStatus INACTIVE = new DndStatus("inactive");

    /** No messages, for good. */
    public static final DndStatus PERMANENT = new DndStatus("permanent");

    /** Refuses a blank text. */
    public DndStatus {
        Texts.required("status", value);
    }

    /** The text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
