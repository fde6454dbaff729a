package dev.membersync.examples.syncapp;

import dev.membersync.sync.Counts;
import dev.membersync.sync.SyncPlan;
import dev.membersync.sync.config.Tenant;
import java.util.Map;
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
        return Set.of(Option.CONFIG);
    }

    @Override
    public Outcome run(Args args, Console console, Surroundings surroundings) {
        return Session.run(args, console, surroundings, tenant -> plan(tenant, console));
    }

    static Outcome plan(Tenant tenant, Console console) {
        SyncPlan plan = tenant.engine().plan();
        plan.workflows().forEach(part -> Summary.plan(part, console));
        return new Outcome(
                isSettled(plan) ? Exit.DONE : Exit.OPEN,
                plan.counts(),
                tenant.calls(),
                Facts.withFirst(plan.workflows().stream().map(Facts::plan).toList(), Map.of()));
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
