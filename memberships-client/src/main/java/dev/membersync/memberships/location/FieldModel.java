package dev.membersync.memberships.location;

import dev.membersync.client.internal.Texts;

/**
 * What kind of record a custom field belongs to: an open enumeration (SPEC, memberships-api.md 2.4).
 *
 * @param value the text on the wire, not blank
 */
public record FieldModel(String value) {

    /** Contacts. */
    public static final FieldModel CONTACT = new FieldModel("contact");

    /** Opportunities. */
    public static final FieldModel OPPORTUNITY = new FieldModel("opportunity");

    /** Both; to ask with, never the model of a field. */
    public static final FieldModel ALL = new FieldModel("all");

    /** Refuses a blank text. */
    public FieldModel {
        Texts.required("model", value);
    }

    /** The text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
