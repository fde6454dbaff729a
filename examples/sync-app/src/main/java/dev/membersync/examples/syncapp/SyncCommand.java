package dev.membersync.examples.syncapp;

import dev.membersync.sync.HygieneReport;
import dev.membersync.sync.SyncOptions;
import dev.membersync.sync.SyncPlan;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.config.Calls;
import dev.membersync.sync.config.Tenant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

final class SyncCommand implements Command {
    @Override
    public String name() {
        return "sync";
    }

    @Override
    public String summary() {
        return "bring the registrations in step with the members";
    }

    @Override
    public Set<Option> options() {
        return Set.of(Option.CONFIG, Option.CANARY, Option.APPROVE, Option.PLAN, Option.EVIDENCE);
    }

    @Override
    public Outcome run(Args args, Console console, Surroundings surroundings) {
        SyncOptions options = options(args);
        if (args.has(Option.PLAN) && args.has(Option.CANARY)) {
            throw AppException.usage("--canary and --plan do not go together: a plan says who is worked on");
        }
        Optional<SyncPlan> plan = args.text(Option.PLAN).map(PlanFile::read);
        Gate gate = args.has(Option.CANARY) ? Gate.CANARY : Gate.SYNC;
        return Session.run(
                args,
                console,
                surroundings,
                tenant ->
                        Evidence.of(args, tenant, surroundings).keep(gate, () -> sync(tenant, options, plan, console)));
    }

    static Outcome sync(Tenant tenant, SyncOptions options, Console console) {
        return sync(tenant, options, Optional.empty(), console);
    }

    private static Outcome sync(Tenant tenant, SyncOptions options, Optional<SyncPlan> plan, Console console) {
        Calls before = tenant.calls();
        SyncReport report = plan.map(agreed -> tenant.engine().apply(agreed, options))
                .orElseGet(() -> tenant.engine().sync(options));
        return outcome(tenant, report, before, options, console);
    }

    /** Tells what a run came to. */
    static Outcome outcome(Tenant tenant, SyncReport report, Calls before, SyncOptions options, Console console) {
        Calls calls = tenant.calls().since(before);
        Map<String, Object> more = new LinkedHashMap<>();
        if (options.most() < Long.MAX_VALUE) {
            more.put("canary", Canary.facts(report));
            more.put("most", options.most());
        }
        report.workflows().forEach(part -> Summary.report(part, console));
        report.payments().forEach(part -> PaymentText.run(part, console));
        PaymentText.facts(report.payments(), more);
        List<HygieneReport> hygiene = tenant.hygiene();
        HygieneText.tell(hygiene, console);
        HygieneText.facts(hygiene, more);
        long created = report.counts().created();
        if (created > 0) {
            double each = Math.round(100.0 * (calls.total() - calls.followUps()) / created) / 100.0;
            console.figure(each, "calls for each created attendee, page reads and shared look-ups included");
            more.put("callsPerCreated", each);
        }
        console.figure(
                calls.total(),
                "calls in all: " + calls.memberships() + " to the Memberships API, " + calls.accelevents()
                        + " to Accelevents");
        return new Outcome(
                exit(report),
                report.counts(),
                calls,
                Facts.withFirst(report.workflows().stream().map(Facts::report).toList(), more));
    }

    private static SyncOptions options(Args args) {
        SyncOptions options = SyncOptions.standard();
        if (args.has(Option.CANARY)) {
            options = options.canary(args.whole(Option.CANARY, 1, 1_000_000, 1));
        }
        for (String digest : approvals(args)) {
            options = options.approving(digest);
        }
        return options;
    }

    /** The digests that were approved. */
    static Set<String> approvals(Args args) {
        return Arrays.stream(args.text(Option.APPROVE).orElse("").split(","))
                .map(String::strip)
                .filter(digest -> !digest.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Exit exit(SyncReport report) {
        if (report.isStopped()) {
            return Exit.STOPPED;
        }
        if (!report.isComplete()) {
            return Exit.SERVICE;
        }
        return report.isClean() ? Exit.DONE : Exit.OPEN;
    }
}
