package dev.membersync.eventops.pricing;

import java.util.List;

/**
 * Whether a condition holds, and why.
 *
 * @param answer yes, no or unknown
 * @param reasons each comparison with the values that were compared, or each input that is not known
 */
record Truth(Answer answer, List<String> reasons) {
    enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    boolean is(Answer other) {
        return answer == other;
    }

    String text() {
        return reasons.isEmpty() ? "it holds always" : String.join("; ", reasons);
    }
}
