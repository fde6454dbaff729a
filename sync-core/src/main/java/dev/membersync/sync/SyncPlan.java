package dev.membersync.sync;

import dev.membersync.sync.engine.Agreed;
import dev.membersync.sync.engine.Journal;
import dev.membersync.sync.engine.Operation;
import dev.membersync.sync.engine.Rehearsal;
import dev.membersync.sync.store.Scope;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What {@link SyncEngine#sync} would do now. Nothing was written, neither at a vendor nor in the store.
 *
 * @param workflows one plan for each workflow between members and tickets, in their order
 * @param payments what each workflow about payments would tell; a plan that is applied makes none of it
 */
public record SyncPlan(List<WorkflowPlan> workflows, List<PaymentReport> payments) {
    public SyncPlan {
        workflows = List.copyOf(workflows);
        payments = List.copyOf(payments);
    }

    /** A plan without payments, as a file keeps it. */
    public SyncPlan(List<WorkflowPlan> workflows) {
        this(workflows, List.of());
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
     * @param scope names account, event, occurrence and workflow
     * @param mapping the digest of the mapping
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
            List<String> problems,
            String scope,
            String mapping) {
        /** What {@link SyncEngine#apply} needs of a plan, as a file keeps it. */
        public static WorkflowPlan of(
                String workflow,
                String event,
                String digest,
                String scope,
                String mapping,
                List<PlannedOperation> operations) {
            return new WorkflowPlan(
                    workflow,
                    event,
                    operations,
                    Counts.NONE,
                    digest,
                    0,
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    true,
                    List.of(),
                    scope,
                    mapping);
        }

        /** The same plan for the engine; refused when an operation is missing or was changed. */
        Agreed agreed(Scope of) {
            Rehearsal again = new Rehearsal(new Journal() {}, of);
            List<Operation> agreed =
                    operations.stream().map(PlannedOperation::operation).toList();
            agreed.forEach(again::planned);
            if (!again.digest().equals(digest)) {
                throw new SyncException(
                        "the plan of " + workflow + " does not have the operations that its digest names;"
                                + " plan again, or approve the digest of a plan of more than " + Rehearsal.MOST_LISTED);
            }
            return Agreed.plan(mapping, digest, agreed);
        }

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
        return Stream.concat(
                        workflows.stream().map(WorkflowPlan::counts),
                        payments.stream().map(PaymentReport::counts))
                .reduce(Counts.NONE, Counts::plus);
    }
}
