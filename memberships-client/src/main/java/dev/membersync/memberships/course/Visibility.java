package dev.membersync.memberships.course;

import dev.membersync.client.internal.Texts;

/**
 * Who sees a part of a course: an open enumeration (SPEC).
 *
 * @param value the text on the wire, not blank
 */
public record Visibility(String value) {

    /** Members see it. */
    public static final Visibility PUBLISHED = new Visibility("published");

    /** Nobody but its makers sees it. */
    public static final Visibility DRAFT = new Visibility("draft");

    /** Refuses a blank text. */
    public Visibility {
        Texts.required("value", value);
    }

    /** The text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
