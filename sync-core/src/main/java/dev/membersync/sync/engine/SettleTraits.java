package dev.membersync.sync.engine;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is declared about a target whose creates carry no idempotency key. Too long a time costs waiting; too short a
 * time costs duplicates.
 *
 * @param visibilityLag after this time a record that exists is found by a search
 * @param lateApply no create takes effect later than this after it was sent
 * @param requestTimeout the client gives up on an answer after this time
 * @param lease how long a worker may hold a member, and thus be late with a call
 * @param clockSlack how far our clocks and the target's may differ
 * @param cleanRefusals HTTP statuses that prove that nothing was created; 409 has its own meaning and is not one of them
 * @param repeats whether a create whose absence is proven is sent again; false for money, where a person decides
 */
record SettleTraits(
        Duration visibilityLag,
        Duration lateApply,
        Duration requestTimeout,
        Duration lease,
        Duration clockSlack,
        Set<Integer> cleanRefusals,
        boolean repeats) {
    SettleTraits {
        cleanRefusals = Set.copyOf(cleanRefusals);
        if (Stream.of(visibilityLag, lateApply, requestTimeout, lease, clockSlack)
                .anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("the times of a target cannot be negative");
        }
    }

    /** How long after a send its absence proves nothing. */
    Duration horizon() {
        return visibilityLag.plus(lateApply).plus(requestTimeout).plus(lease).plus(clockSlack);
    }
}
