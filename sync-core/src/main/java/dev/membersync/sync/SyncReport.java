package dev.membersync.sync;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a run did.
 *
 * @param workflows one report for each workflow between members and tickets, in their order
 * @param payments one report for each workflow about payments, in their order
 */
public record SyncReport(List<WorkflowReport> workflows, List<PaymentReport> payments) {
    public SyncReport {
        workflows = List.copyOf(workflows);
        payments = List.copyOf(payments);
    }

    /**
     * The report of one workflow.
     *
     * @param workflow its id
     * @param event the event url
     * @param counts its figures
     * @param plan what it set out to do
     * @param stopped true when a guard stopped it before the first write
     * @param skipped members left alone, by reason
     * @param waiting members that wait, or have a field that waits, by reason
     * @param openCreates members whose registration is under way and could not be settled
     * @param problems the first failures, for people
     * @param drifted operations of an applied plan that were not made, because the world has moved
     */
    public record WorkflowReport(
            String workflow,
            String event,
            Counts counts,
            SyncPlan.WorkflowPlan plan,
            boolean stopped,
            Map<String, Long> skipped,
            Map<String, Long> waiting,
            List<String> openCreates,
            List<String> problems,
            List<DriftedOperation> drifted) {
        public WorkflowReport {
            skipped = Map.copyOf(skipped);
            waiting = Map.copyOf(waiting);
            openCreates = List.copyOf(openCreates);
            problems = List.copyOf(problems);
            drifted = List.copyOf(drifted);
        }

        /** True when nothing is left for a person or a later run. */
        public boolean isClean() {
            return counts.review() == 0
                    && counts.deadLetters() == 0
                    && counts.failed() == 0
                    && counts.held() == 0
                    && openCreates.isEmpty()
                    && drifted.isEmpty();
        }
    }

    /** The sum over all workflows. */
    public Counts counts() {
        return Stream.concat(
                        workflows.stream().map(WorkflowReport::counts),
                        payments.stream().map(PaymentReport::counts))
                .reduce(Counts.NONE, Counts::plus);
    }

    /** True when a guard stopped a workflow. */
    public boolean isStopped() {
        return workflows.stream().anyMatch(WorkflowReport::stopped);
    }

    /** True when nothing is left for a person or a later run. */
    public boolean isClean() {
        return workflows.stream().allMatch(WorkflowReport::isClean)
                && payments.stream().allMatch(PaymentReport::isClean);
    }

    /** False when not every ticket of an event could be seen, so that nobody was registered there. */
    public boolean isComplete() {
        return workflows.stream().allMatch(report -> report.plan().complete());
    }
}
