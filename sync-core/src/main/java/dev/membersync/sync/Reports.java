package dev.membersync.sync;

import dev.membersync.sync.engine.Agreed;
import dev.membersync.sync.engine.Director;
import dev.membersync.sync.engine.Imports;
import dev.membersync.sync.engine.Operation.Kind;
import dev.membersync.sync.engine.Parts;
import dev.membersync.sync.engine.RegistrantBook;
import dev.membersync.sync.engine.Rehearsal;
import dev.membersync.sync.engine.Tally;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.TicketTypeInfo;
import dev.membersync.sync.store.Intent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts what the engine counted into the words of its callers. */
final class Reports {
    private static final int MOST_NAMED = 50;

    private Reports() {}

    static SyncPlan.WorkflowPlan plan(Parts parts, Director.Plan plan, Tally tally) {
        Rehearsal rehearsal = plan.rehearsal();
        long planned = 0;
        for (Kind kind : Kind.values()) {
            planned += rehearsal.count(kind);
        }
        Left left = left(parts);
        Counts counts = new Counts(
                0,
                0,
                0,
                tally.unchanged(),
                sum(tally.skipped()),
                planned,
                tally.held(),
                plan.openQuestions(),
                left.deadLetters(),
                tally.failed() + tally.buried());
        return new SyncPlan.WorkflowPlan(
                parts.workflow().id(),
                parts.workflow().desk().event(),
                rehearsal.operations().stream().map(PlannedOperation::of).toList(),
                counts,
                rehearsal.digest(),
                rehearsal.count(Kind.CREATE),
                named(rehearsal.parked(), plan.ticketTypes()),
                tally.skipped(),
                tally.waiting(),
                plan.objections(),
                plan.ticketsComplete(),
                tally.problems(),
                Rehearsal.name(parts.scope()),
                plan.mapping());
    }

    static SyncReport.WorkflowReport run(
            Parts parts, Director.Result result, Tally tally, Tally rehearsed, Agreed agreed) {
        SyncPlan.WorkflowPlan plan = plan(parts, result.plan(), rehearsed);
        Left left = left(parts);
        Counts counts = new Counts(
                tally.done(Kind.CREATE) + tally.done(Kind.CREATE_MEMBER),
                tally.done(Kind.UPDATE)
                        + tally.done(Kind.UPDATE_MEMBER)
                        + tally.done(Kind.ENROL)
                        + tally.done(Kind.EXCHANGE)
                        + tally.done(Kind.REMOVE),
                tally.done(Kind.LINK),
                tally.unchanged(),
                sum(tally.skipped()),
                plan.counts().planned(),
                tally.held(),
                left.questions(),
                left.deadLetters(),
                tally.failed());
        return new SyncReport.WorkflowReport(
                parts.workflow().id(),
                parts.workflow().desk().event(),
                counts,
                plan,
                result.stopped(),
                tally.skipped(),
                tally.waiting(),
                left.openCreates(),
                tally.problems(),
                result.stopped()
                        ? List.of()
                        : agreed.drifts().stream().map(DriftedOperation::of).toList());
    }

    static PlannedRegistration importable(
            Parts parts, SyncPlan.WorkflowPlan plan, String userId, Imports.@Nullable Draft draft) {
        return new PlannedRegistration(
                plan.workflow(),
                plan.event(),
                userId,
                draft == null ? "" : draft.ticketType(),
                parts.workflow().memberIdLabel(),
                draft == null ? RegistrationDraft.empty() : draft.draft(),
                draft == null ? List.of("the member is not listed any more; plan again") : draft.problems());
    }

    /** What is left in the store. */
    private record Left(long questions, long deadLetters, List<String> openCreates) {}

    private static Left left(Parts parts) {
        List<String> registrants = new RegistrantBook(parts).open(MOST_NAMED);
        return parts.store()
                .inTransaction(
                        parts.scope(),
                        tx -> new Left(
                                tx.reviews().countOpen(),
                                tx.deadLetters().count(),
                                Stream.concat(
                                                tx.intents().page("", MOST_NAMED).stream()
                                                        .map(Intent::userId),
                                                registrants.stream())
                                        .toList()));
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> named(Map<String, Long> byId, List<TicketTypeInfo> types) {
        Map<String, String> names =
                types.stream().collect(Collectors.toMap(TicketTypeInfo::id, TicketTypeInfo::name, (a, b) -> a));
        Map<String, Long> byName = new TreeMap<>();
        byId.forEach((id, members) -> byName.merge(names.getOrDefault(id, id), members, Long::sum));
        return byName;
    }
}
