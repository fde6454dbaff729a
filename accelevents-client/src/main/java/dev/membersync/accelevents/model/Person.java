package dev.membersync.accelevents.model;

/**
 * A name and an address; the vendor takes 50 characters for each name and 75 for the address (DOC).
 *
 * @param firstName first name, or empty
 * @param lastName last name, or empty
 * @param email e-mail address, or empty
 */
public record Person(String firstName, String lastName, String email) {
    /** Longest first and last name, in UTF-16 units (4069101, 4069102). */
    public static final int MAX_NAME = 50;
    /** Longest e-mail address, in UTF-16 units (4069103). */
    public static final int MAX_EMAIL = 75;

    @Override
    public String toString() {
        return "Person[***]";
    }
}
