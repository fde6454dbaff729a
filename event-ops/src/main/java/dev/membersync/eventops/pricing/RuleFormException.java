package dev.membersync.eventops.pricing;

/** A rule book in plain data that cannot be meant. The message begins with the path of the key, such as {@code rules[0].when}. */
public final class RuleFormException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String path;

    RuleFormException(String path, String problem) {
        super((path.isEmpty() ? "the rule book" : path) + ": " + problem);
        this.path = path;
    }

    /** Where it is, such as {@code rules[0].when.percentSold}. */
    public String path() {
        return path;
    }
}
