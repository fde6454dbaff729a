package dev.membersync.eventops.pricing;

import java.time.Instant;

/** Where snapshots come from. */
@FunctionalInterface
public interface PricingInputs {
    /**
     * Reads both systems, as far as the book needs them.
     *
     * @param now the moment of the evaluation; what was read earlier says so by its own time
     * @throws SideException when the ticket classes cannot be read
     */
    Snapshot snapshot(RuleBook book, Instant now);
}
