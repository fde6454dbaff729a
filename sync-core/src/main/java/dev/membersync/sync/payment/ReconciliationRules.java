package dev.membersync.sync.payment;

import java.time.Duration;
import java.util.Set;

/**
 * When a difference counts.
 *
 * @param window how long one side may be later than the other
 * @param staleAfter how old the last reading of a side may be
 * @param mirrored the collectors whose payments another system is told of
 */
public record ReconciliationRules(Duration window, Duration staleAfter, Set<String> mirrored) {
    /** Copies the names. */
    public ReconciliationRules {
        mirrored = Set.copyOf(mirrored);
    }

    /** A day to catch up, readings at most a day old, mirrors of what Accelevents and those who sell for it collected. */
    public static ReconciliationRules standard() {
        return new ReconciliationRules(Duration.ofHours(24), Duration.ofHours(24), Set.of("accelevents", "external"));
    }
}
