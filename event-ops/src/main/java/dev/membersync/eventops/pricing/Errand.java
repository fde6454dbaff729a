package dev.membersync.eventops.pricing;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An effect that is done once for each time its rule becomes active, and again after a while where it says so.
 *
 * @param effect the effect
 * @param name under which its doing is remembered
 */
record Errand(Effect effect, String name) {
    /** The errands of an active rule that are due. */
    static Stream<Errand> due(Standing standing, Memory memory, Instant now) {
        PricingRule rule = standing.rule();
        return IntStream.range(0, rule.effects().size())
                .mapToObj(i -> new Errand(rule.effects().get(i), rule.id() + "." + i))
                .filter(errand -> errand.isDue(memory.errand(errand.name()), standing.since(), now));
    }

    private boolean isDue(Optional<Instant> done, Instant since, Instant now) {
        if (done.isEmpty() || done.get().isBefore(since)) {
            return true;
        }
        return effect.again()
                .map(every -> !now.isBefore(done.get().plus(every)))
                .orElse(false);
    }
}
