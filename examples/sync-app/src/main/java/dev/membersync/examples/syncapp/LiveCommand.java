package dev.membersync.examples.syncapp;

import dev.membersync.sync.Counts;
import dev.membersync.sync.LiveStatus;
import dev.membersync.sync.LiveSync;
import dev.membersync.sync.config.LiveConfig;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.intake.HookHandler;
import dev.membersync.sync.store.StoreException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs continuously: hooks, polls and full lists, until standard input closes or a signal comes. */
final class LiveCommand implements Command {
    private static final int MOST_REVIEWS = 1_000;

    @Override
    public String name() {
        return "live";
    }

    @Override
    public String summary() {
        return "run continuously, until standard input closes or a signal comes";
    }

    @Override
    public Set<Option> options() {
        return Set.of(Option.CONFIG, Option.EVIDENCE);
    }

    @Override
    public Outcome run(Args args, Console console, Surroundings surroundings) {
        return Session.run(args, console, surroundings, tenant -> {
            Evidence evidence = Evidence.of(args, tenant, surroundings);
            return evidence.keep(Gate.LIVE, () -> live(tenant, evidence, console, surroundings));
        });
    }

    private Outcome live(Tenant tenant, Evidence evidence, Console console, Surroundings surroundings) {
        LiveConfig config = tenant.config().live().get();
        long began = surroundings.time().nanos();
        try (Hold hold = Hold.open(surroundings)) {
            LiveSync live = tenant.live();
            HookHandler hooks = tenant.hooks(live);
            try (live) {
                serve(config, hooks, tenant, live, console, surroundings, () -> {
                    Outcome begun = new Outcome(Exit.DONE, Counts.NONE, tenant.calls(), LiveText.facts(live.status()));
                    evidence.leave(Gate.LIVE, begun, began, Optional.empty(), Map.of());
                    console.line("ready");
                    hold.untilEnd();
                });
            }
            LiveStatus status = live.status();
            LiveText.tell(status, console);
            Outcome outcome = outcome(tenant, status, hooks);
            // Said before the hold ends: after a signal nothing is said any more.
            console.facts(outcome.json(
                    name(),
                    Duration.ofNanos(surroundings.time().nanos() - began).toMillis()));
            return outcome.saidAlready();
        }
    }

    private static void serve(
            LiveConfig config,
            HookHandler hooks,
            Tenant tenant,
            LiveSync live,
            Console console,
            Surroundings surroundings,
            Runnable untilEnd) {
        try (NightWatch watch = new NightWatch();
                HookServer server = HookServer.start(config, hooks, () -> page(tenant, live, hooks), live::resume)) {
            live.start();
            watch.begin(tenant, live, console, surroundings.time());
            String paths = hooks.paths().isEmpty() ? "no hooks" : "hooks " + String.join(", ", hooks.paths());
            console.line("listening at " + server.url() + ", " + paths
                    + ", and /health, /metrics and /resume for this machine");
            untilEnd.run();
        }
        console.line("stopping; members at work are finished first");
    }

    private static Outcome outcome(Tenant tenant, LiveStatus status, HookHandler hooks) {
        Exit exit = !status.halted().isEmpty()
                ? Exit.SERVICE
                : status.workflows().stream().anyMatch(flow -> flow.pausedAt().isPresent()) ? Exit.STOPPED : Exit.DONE;
        Map<String, Object> facts = new LinkedHashMap<>(LiveText.facts(status));
        facts.put("hooks", hooks.counters());
        return new Outcome(exit, counts(status), tenant.calls(), facts);
    }

    private static Counts counts(LiveStatus status) {
        return new Counts(
                sum(status, List.of("create")),
                sum(status, List.of("update", "exchange", "remove"))
                        + status.payments().stream()
                                .mapToLong(LiveStatus.Payments::told)
                                .sum(),
                sum(status, List.of("link")),
                0,
                0,
                0,
                0,
                0,
                status.workflows().stream()
                        .mapToLong(LiveStatus.Flow::deadLetters)
                        .sum(),
                0);
    }

    private static long sum(LiveStatus status, List<String> kinds) {
        return status.workflows().stream()
                .flatMap(flow -> flow.done().entrySet().stream())
                .filter(done -> kinds.contains(done.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static HookServer.Page page(Tenant tenant, LiveSync live, HookHandler hooks) {
        LiveStatus status = live.status();
        long reviews = reviews(tenant);
        Map<String, Object> facts = new LinkedHashMap<>(LiveText.facts(status));
        facts.put("reviews", reviews);
        return new HookServer.Page(
                status.halted().isEmpty(),
                facts,
                LiveText.metrics(status, reviews, hooks.counters(), tenant.calls(), tenant.limits()));
    }

    /** How many questions wait for a person; -1 while the store is down. */
    private static long reviews(Tenant tenant) {
        try {
            return tenant.engine().reviews(MOST_REVIEWS).size();
        } catch (StoreException down) {
            return -1;
        }
    }
}
