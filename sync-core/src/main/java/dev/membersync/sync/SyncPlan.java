package dev.membersync.sync;

import java.util.List;
import java.util.Map;

/**
 * What {@link SyncEngine#sync} would do now. Nothing was written, neither at a vendor nor in the store.
 *
 * @param workflows one plan for each workflow, in their order
 */
public record SyncPlan(List<WorkflowPlan> workflows) {
    public SyncPlan {
        workflows = List.copyOf(workflows);
    }

    /**
     * The plan of one workflow.
     *
     * @param workflow its id
     * @param event the event url
     * @param operations what it would do; of very many, the first 20,000
     * @param counts its figures
     * @param digest names exactly these operations; {@link SyncOptions#approving} takes it
     * @param mails how many times Accelevents would mail a buyer
     * @param noPlace members who would find no place, by ticket type name
     * @param skipped members that would be left alone, by reason
     * @param waiting members that would wait, or have a field that would, by reason
     * @param objections why a run would stop before its first write; empty when it would go on
     * @param complete false when not every ticket could be seen: a run would register nobody
     * @param problems the first members that could not be planned, for people
     */
    public record WorkflowPlan(
            String workflow,
            String event,
            List<PlannedOperation> operations,
            Counts counts,
            String digest,
            long mails,
            Map<String, Long> noPlace,
            Map<String, Long> skipped,
            Map<String, Long> waiting,
            List<String> objections,
            boolean complete,
            List<String> problems) {
        public WorkflowPlan {
            operations = List.copyOf(operations);
            noPlace = Map.copyOf(noPlace);
            skipped = Map.copyOf(skipped);
            waiting = Map.copyOf(waiting);
            objections = List.copyOf(objections);
            problems = List.copyOf(problems);
        }
    }

    /** The sum over all workflows. */
    public Counts counts() {
        return workflows.stream().map(WorkflowPlan::counts).reduce(Counts.NONE, Counts::plus);
    }
}
