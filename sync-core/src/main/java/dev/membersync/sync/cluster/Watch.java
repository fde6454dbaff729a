package dev.membersync.sync.cluster;

import dev.membersync.client.policy.RateLedger;
import dev.membersync.sync.LiveSync;
import dev.membersync.sync.intake.Heard;
import dev.membersync.sync.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running node: looks at the others at each step, and does its shifts. Thread-safe. */
final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final int HANDOVERS_IN_A_LEASE = 4;

    private final ClusterSettings settings;
    private final Map<String, Branch> branches;
    private final Register register;
    private final Shifts shifts;
    private final Map<String, Duty> duties = new ConcurrentHashMap<>();
    private final Thread thread;
    private final long began;
    private volatile boolean closing;
    private volatile boolean over;
    private volatile Register.@Nullable Sight last;
    private long seen;
    private long handedOver;
    private boolean blind;

    private Watch(ClusterSettings settings, Map<String, Branch> branches, Register register) {
        this.settings = settings;
        this.branches = branches;
        this.register = register;
        this.shifts = new Shifts(register, settings, branches.size(), this::work, this::say);
        this.thread = new Thread(this::run, "membersync-cluster");
        this.began = settings.time().nanos();
        this.seen = began;
        this.handedOver = began;
    }

    static Watch start(ClusterSettings settings, Map<String, Branch> branches) {
        Register register = Register.open(settings.url(), settings.time(), Shifts.alive(settings.lease()));
        try {
            Watch watch = new Watch(settings, branches, register);
            watch.enter();
            watch.shifts.start();
            watch.thread.setDaemon(true);
            watch.thread.start();
            return watch;
        } catch (RuntimeException failure) {
            register.close();
            throw failure;
        }
    }

    /** Where the nodes keep the rate budgets together. */
    RateLedger budgets() {
        return register.budgets();
    }

    private void enter() {
        register.enter(
                settings.id(), branches.values().stream().map(Branch::offer).toList());
    }

    // a shift, on a thread of the scheduler

    private void work(String tenant) {
        Duty duty = new Duty(tenant);
        Branch branch = branches.get(tenant);
        if (branch == null || duties.putIfAbsent(tenant, duty) != null) {
            return;
        }
        try {
            if (closing) {
                return;
            }
            branch.begin(() -> register.begin(settings.id(), tenant));
            say(new ClusterEvent.Began(tenant));
            duty.await();
            branch.end(duty.reason() == Ending.LOST ? Duration.ZERO : settings.grace());
            say(new ClusterEvent.Ended(tenant, duty.reason()));
        } finally {
            // Only after a failure there is still something to end.
            branch.end(Duration.ZERO);
            duties.remove(tenant, duty);
        }
    }

    private void say(ClusterEvent event) {
        if (event instanceof ClusterEvent.Failed failed) {
            LOG.warn(
                    "the tenant {} cannot be worked on ({} in a row), again at {}: {}",
                    failed.tenant(),
                    failed.failures(),
                    failed.again(),
                    failed.reason());
        }
        try {
            settings.news().accept(event);
        } catch (RuntimeException failure) {
            LOG.warn("a listener failed: {}", failure.getClass().getName());
        }
    }

    // the steps, on a thread of their own

    private void run() {
        while (!over) {
            try {
                step();
                settings.time().sleep(settings.step());
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException | Error fault) {
                LOG.error("a step of the cluster met a fault; the next one comes", fault);
            }
        }
    }

    private void step() {
        // Before looking: a shift that begins meanwhile is not in what was seen.
        Collection<Duty> before = List.copyOf(duties.values());
        try {
            if (!register.beat(settings.id())) {
                enter();
            }
            Register.Sight sight = register.look();
            last = sight;
            seen = settings.time().nanos();
            blind = false;
            before.stream()
                    .filter(duty -> !settings.id().equals(holder(sight, duty.tenant())))
                    .forEach(duty -> duty.end(Ending.LOST));
            if (!closing) {
                decide(sight);
            }
            listen();
        } catch (StoreException unseen) {
            if (!blind) {
                LOG.warn("this node does not see the others: {}", unseen.getMessage());
            }
            blind = true;
            if (settings.time().nanos() - seen > Shifts.alive(settings.lease()).toNanos()) {
                before.forEach(duty -> duty.end(Ending.LOST));
            }
        }
        branches.values().forEach(Branch::rest);
    }

    private void decide(Register.Sight sight) {
        Rota rota = rota(sight);
        rota.outdated().forEach(tenant -> end(tenant, Ending.OUTDATED));
        long now = settings.time().nanos();
        if (now - handedOver > settings.lease().dividedBy(HANDOVERS_IN_A_LEASE).toNanos()) {
            rota.excess().ifPresent(tenant -> {
                handedOver = now;
                end(tenant, Ending.HANDED_OVER);
            });
        }
        boolean cold =
                sight.shifts().values().stream().allMatch(row -> row.holder().isEmpty());
        boolean gathering = cold && now - began < settings.gathering().toNanos();
        shifts.want(gathering ? Set.of() : rota.wanted());
    }

    private void end(String tenant, Ending why) {
        Duty duty = duties.get(tenant);
        if (duty != null) {
            duty.end(why);
        }
    }

    /** What is ending here is nobody's any more, and not free yet. */
    private Rota rota(Register.Sight sight) {
        List<Rota.Node> nodes = sight.nodes().entrySet().stream()
                .filter(node -> !node.getValue().leaving())
                .map(node -> new Rota.Node(
                        node.getKey(),
                        !sight.now().isBefore(node.getValue().came().plus(settings.lease())),
                        node.getValue().offers()))
                .toList();
        Map<String, String> held = new HashMap<>();
        sight.shifts().forEach((tenant, row) -> {
            Duty duty = duties.get(tenant);
            if (!row.holder().isEmpty() && (duty == null || !duty.isEnding())) {
                held.put(tenant, row.holder());
            }
        });
        Set<String> free = sight.shifts().entrySet().stream()
                .filter(row -> row.getValue().holder().isEmpty()
                        && !row.getValue().due().isAfter(sight.now())
                        && nodes.stream().anyMatch(node -> node.offers().containsKey(row.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new Rota(settings.id(), nodes, held, free);
    }

    /** Passes on what came in at other nodes. */
    private void listen() {
        Map<String, LiveSync> here = new HashMap<>();
        branches.forEach((tenant, branch) -> branch.live().ifPresent(live -> here.put(tenant, live)));
        register.news(here.keySet()).forEach((tenant, news) -> {
            LiveSync live = here.get(tenant);
            if (live != null) {
                news.forEach(live::hear);
            }
        });
    }

    // for the doors

    /** The marks are kept already: what is not passed on is found a little later. */
    void tell(String tenant, Heard news) {
        Register.Sight sight = last;
        Register.Row row = sight == null ? null : sight.shifts().get(tenant);
        if (row == null || (row.holder().isEmpty() && row.failures() > 0)) {
            return;
        }
        try {
            register.tell(tenant, news);
        } catch (StoreException unseen) {
            LOG.warn("news of {} is found later, because it cannot be passed on: {}", tenant, unseen.getMessage());
        }
    }

    ClusterStatus status() {
        Register.Sight sight = register.look();
        Set<String> tenants = sight.nodes().values().stream()
                .flatMap(node -> node.offers().keySet().stream())
                .collect(Collectors.toSet());
        return new ClusterStatus(
                sight.nodes().entrySet().stream()
                        .map(node -> new ClusterStatus.Node(
                                node.getKey(),
                                node.getValue().came(),
                                node.getValue().leaving()))
                        .toList(),
                sight.shifts().entrySet().stream()
                        .filter(row -> tenants.contains(row.getKey()))
                        .map(row -> shift(
                                row.getKey(), row.getValue(), sight.nodes().keySet()))
                        .toList());
    }

    private static ClusterStatus.Shift shift(String tenant, Register.Row row, Set<String> alive) {
        boolean held = alive.contains(row.holder());
        return new ClusterStatus.Shift(
                tenant,
                held ? Optional.of(row.holder()) : Optional.empty(),
                Optional.of(row.since()).filter(since -> held && since.isAfter(Instant.EPOCH)),
                held ? 0 : row.failures(),
                held ? Optional.empty() : Optional.of(row.due()));
    }

    private static String holder(Register.Sight sight, String tenant) {
        Register.Row row = sight.shifts().get(tenant);
        return row == null ? "" : row.holder();
    }

    /** Others take each tenant as soon as it is handed back; until the last one is, this node shows that it lives. */
    @Override
    public void close() {
        closing = true;
        try {
            register.leave(settings.id());
        } catch (StoreException unseen) {
            LOG.warn("the others are not told that this node leaves: {}", unseen.getMessage());
        }
        shifts.want(Set.of());
        duties.values().forEach(duty -> duty.end(Ending.CLOSED));
        shifts.stop();
        over = true;
        thread.interrupt();
        try {
            thread.join();
            register.forget(settings.id());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (StoreException unseen) {
            LOG.warn("this node is forgotten by the others in a while only: {}", unseen.getMessage());
        } finally {
            register.close();
        }
    }
}
