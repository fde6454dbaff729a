package dev.membersync.sync.config;

/**
 * Who buys every ticket of a workflow, and so gets its mails.
 *
 * @param name first and last name
 * @param email the address
 */
public record Buyer(String name, String email) {
    /** What stands before the first blank. */
    String firstName() {
        return words()[0];
    }

    /** What stands behind it; a dash when there is nothing, because the service wants something. */
    String lastName() {
        return words().length < 2 ? "-" : words()[1].strip();
    }

    private String[] words() {
        return name.strip().split(" ", 2);
    }

    /** Shows nobody. */
    @Override
    public String toString() {
        return "Buyer[***]";
    }
}
