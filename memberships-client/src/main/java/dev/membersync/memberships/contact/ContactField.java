package dev.membersync.memberships.contact;

/**
 * The text fields of a contact that can be written (SPEC, memberships-api.md 2.2); the vendor refuses a request that
 * names any other.
 */
public enum ContactField {
    /** The first name. */
    FIRST_NAME("firstName"),
    /** The last name. */
    LAST_NAME("lastName"),
    /** The whole name. */
    NAME("name"),
    /** The e-mail address. */
    EMAIL("email"),
    /** The phone number, with its country code. */
    PHONE("phone"),
    /** Street and number. */
    ADDRESS1("address1"),
    /** The city. */
    CITY("city"),
    /** The state. */
    STATE("state"),
    /** The postal code; not documented as nullable. */
    POSTAL_CODE("postalCode"),
    /** The country, two letters; not documented as nullable. */
    COUNTRY("country"),
    /** The website. */
    WEBSITE("website"),
    /** The time zone. */
    TIMEZONE("timezone"),
    /** Where the contact came from. */
    SOURCE("source"),
    /** The user who looks after the contact, by id. */
    ASSIGNED_TO("assignedTo"),
    /** The day of birth, {@code YYYY-MM-DD} or {@code MM-DD-YYYY}; not documented as nullable. */
    DATE_OF_BIRTH("dateOfBirth"),
    /** The gender; cannot be updated. */
    GENDER("gender"),
    /** The company; cannot be updated. */
    COMPANY_NAME("companyName");

    private final String wireName;

    ContactField(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire. */
    public String wireName() {
        return wireName;
    }

    /** Whether an update may write the field; the others are for new contacts only. */
    public boolean updatable() {
        return this != GENDER && this != COMPANY_NAME;
    }
}
