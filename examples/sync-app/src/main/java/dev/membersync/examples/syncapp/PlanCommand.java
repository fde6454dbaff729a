package dev.membersync.examples.syncapp;

import dev.membersync.sync.Counts;
import dev.membersync.sync.SyncPlan;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.review.LiveReview;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class PlanCommand implements Command {
    @Override
    public String name() {
        return "plan";
    }

    @Override
    public String summary() {
        return "what a sync would do; reads only";
    }

    @Override
    public Set<Option> options() {
        return Set.of(Option.CONFIG, Option.VALUES, Option.LIMIT, Option.EVIDENCE, Option.CSV);
    }

    @Override
    public Outcome run(Args args, Console console, Surroundings surroundings) {
        int values = args.has(Option.VALUES) ? (int) args.whole(Option.LIMIT, 1, 20_000, 100) : 0;
        Optional<ImportFile> file = args.text(Option.CSV).map(ImportFile::at);
        return Session.run(
                args,
                console,
                surroundings,
                tenant -> Evidence.of(args, tenant, surroundings)
                        .keep(Gate.PLAN, () -> plan(tenant, values, file, console)));
    }

    static Outcome plan(Tenant tenant, Console console) {
        return plan(tenant, 0, Optional.empty(), console);
    }

    /** @param values of so many operations of each workflow, what both sides show is read for this answer alone */
    private static Outcome plan(Tenant tenant, int values, Optional<ImportFile> file, Console console) {
        SyncPlan plan = tenant.engine().plan();
        plan.workflows().forEach(part -> Summary.plan(part, console));
        Summary.mails(plan, tenant.config(), console);
        plan.payments().forEach(part -> PaymentText.plan(part, console));
        Map<String, Object> more = new LinkedHashMap<>();
        PaymentText.facts(plan.payments(), more);
        List<LiveReview> live = values == 0 ? List.of() : tenant.engine().values(plan, values);
        live.forEach(operation -> {
            console.line("  " + operation.review().id());
            operation.fields().forEach(field -> console.line("      " + ReviewCommand.line(field)));
        });
        if (!live.isEmpty()) {
            more.put("values", live.stream().map(Facts::values).toList());
        }
        boolean whole = true;
        if (file.isPresent()) {
            ImportRows rows = ImportRows.of(tenant.engine().importable(plan));
            file.get().write(rows, console);
            more.put("csv", rows.facts());
            whole = rows.leftOut().isEmpty();
        }
        return new Outcome(
                whole && isSettled(plan) ? Exit.DONE : Exit.OPEN,
                plan.counts(),
                tenant.calls(),
                Facts.withFirst(plan.workflows().stream().map(Facts::plan).toList(), more));
    }

    private static boolean isSettled(SyncPlan plan) {
        Counts counts = plan.counts();
        return counts.review() == 0
                && counts.deadLetters() == 0
                && counts.held() == 0
                && counts.failed() == 0
                && plan.workflows().stream()
                        .allMatch(part -> part.complete() && part.objections().isEmpty());
    }
}
