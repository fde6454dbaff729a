package dev.membersync.sync.config;

/**
 * Who buys every ticket of a workflow, and so gets its mails.
 *
 * @param name first and last name
 * @param email the address
 */
public record Buyer(String name, String email) {
    /** Shows nobody. */
    @Override
    public String toString() {
        return "Buyer[***]";
    }
}
