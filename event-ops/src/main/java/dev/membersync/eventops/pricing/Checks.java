package dev.membersync.eventops.pricing;

/** Refusals of values that cannot be meant. */
final class Checks {
    private Checks() {}

    static void check(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    /** A name that may stand in ids, documents and texts: 1 to 100 letters, digits, hyphens and underscores. */
    static String name(String what, String text) {
        check(text.matches("[\\p{L}\\p{N}_-]{1,100}"), what + " is 1 to 100 letters, digits, hyphens and underscores");
        return text;
    }
}
