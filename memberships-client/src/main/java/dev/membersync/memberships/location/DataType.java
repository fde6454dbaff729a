package dev.membersync.memberships.location;

import dev.membersync.client.internal.Texts;

/**
 * What a custom field holds: an open enumeration, for the vendor's specification names no values here (SPEC for custom
 * objects, INFER for contacts; memberships-api.md 2.4).
 *
 * @param value the text on the wire, not blank
 */
public record DataType(String value) {

    /** One line of text. */
    public static final DataType TEXT = new DataType("TEXT");

    /** Several lines of text. */
    public static final DataType LARGE_TEXT = new DataType("LARGE_TEXT");

    /** A number. */
    public static final DataType NUMERICAL = new DataType("NUMERICAL");

    /** A phone number. */
    public static final DataType PHONE = new DataType("PHONE");

    /** An amount of money, spelled as the vendor does. */
    public static final DataType MONETARY = new DataType("MONETORY");

    /** Any number of choices, as boxes. */
    public static final DataType CHECKBOX = new DataType("CHECKBOX");

    /** One choice. */
    public static final DataType SINGLE_OPTIONS = new DataType("SINGLE_OPTIONS");

    /** Any number of choices. */
    public static final DataType MULTIPLE_OPTIONS = new DataType("MULTIPLE_OPTIONS");

    /** A day. */
    public static final DataType DATE = new DataType("DATE");

    /** Several named texts. */
    public static final DataType TEXTBOX_LIST = new DataType("TEXTBOX_LIST");

    /** Files. */
    public static final DataType FILE_UPLOAD = new DataType("FILE_UPLOAD");

    /** One choice, as buttons. */
    public static final DataType RADIO = new DataType("RADIO");

    /** An e-mail address; custom objects only. */
    public static final DataType EMAIL = new DataType("EMAIL");

    /** Refuses a blank text. */
    public DataType {
        Texts.required("dataType", value);
    }

    /** The text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
