package dev.membersync.eventops.checkin;

import java.util.List;
import java.util.Map;

/**
 * What became of the registrations of a pass.
 *
 * @param counts how many registrations each step was taken for
 * @param toDeliver the tickets whose codes wait to be handed out, those of earlier passes included
 * @param unknownTypes ticket types that grant nothing because the plan does not name them
 */
public record IssueReport(Map<Issued.Step, Integer> counts, List<IssuedTicket> toDeliver, List<String> unknownTypes) {
    public IssueReport {
        counts = Map.copyOf(counts);
        toDeliver = List.copyOf(toDeliver);
        unknownTypes = List.copyOf(unknownTypes);
    }

    /** How many registrations this step was taken for. */
    public int count(Issued.Step step) {
        return counts.getOrDefault(step, 0);
    }
}
