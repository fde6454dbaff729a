package dev.membersync.accelevents.model;

/**
 * The answer of a write that returns no record.
 *
 * @param type the word {@code Success}, or empty when the reply had no body; any other word is thrown as a refusal
 * @param message the vendor's text, for people; may be empty
 */
public record Acknowledgement(String type, String message) {
    @Override
    public String toString() {
        return "Acknowledgement[" + type + "]";
    }
}
