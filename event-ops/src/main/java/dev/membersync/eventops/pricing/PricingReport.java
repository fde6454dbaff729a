package dev.membersync.eventops.pricing;

import java.util.List;

/**
 * What a run did.
 *
 * @param plan the plan it was made on
 * @param made the changes that were made and read back
 * @param waiting the changes that wait for a person, under {@link #waitingHash}
 * @param waitingHash the hash to accept; empty when nothing waits
 * @param problems what did not work, for people; what was refused is planned again
 * @param incidents what may have left the systems apart
 */
public record PricingReport(
        PricingPlan plan,
        List<Change> made,
        List<Change> waiting,
        String waitingHash,
        List<String> problems,
        List<PricingIncident> incidents) {
    public PricingReport {
        made = List.copyOf(made);
        waiting = List.copyOf(waiting);
        problems = List.copyOf(problems);
        incidents = List.copyOf(incidents);
    }

    /** Whether somebody has to look: a problem, an incident, or a plan that waits. */
    public boolean needsSomebody() {
        return !problems.isEmpty() || !incidents.isEmpty() || !waiting.isEmpty();
    }
}
