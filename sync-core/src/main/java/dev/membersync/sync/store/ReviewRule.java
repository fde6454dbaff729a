package dev.membersync.sync.store;

/** When a question is not asked again. */
final class ReviewRule {
    private static final String IGNORE = "ignore";

    private ReviewRule() {}

    /** True when the question is open, or was answered {@code ignore} for the same reason. */
    static boolean staysAsItIs(Review known, Review asked) {
        return known.closedAt().isEmpty()
                || (known.decision().filter(IGNORE::equals).isPresent()
                        && known.reason().equals(asked.reason()));
    }
}
