package dev.membersync.sync.proof;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.policy.RateLimit;
import dev.membersync.client.policy.RetryPolicy;
import dev.membersync.sync.Checkpoints;
import dev.membersync.sync.SyncEngineBuilder;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.policy.StatusAction;
import dev.membersync.sync.policy.Statuses;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.StoreException;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.story.OtherClock;
import dev.membersync.sync.story.SimulatedCrash;
import dev.membersync.sync.story.World;
import dev.membersync.sync.workflow.MembersToAttendees;
import dev.membersync.sync.workflow.RunHaltedException;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.FaultPlan;
import dev.membersync.testkit.RateProof;
import dev.membersync.testkit.RequestLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One small world under one seed: both fakes, one store, one clock, one thread. The engine can be killed at any of its
 * steps, and another engine can run to its end between any two of them. Everything that happens goes into the trace.
 */
final class Sim {
    static final Scope SCOPE = new Scope("test", World.EVENT, "", MembersToAttendees.ID);
    static final String LEFT = "left";
    /** A question of the form that nothing is mapped to. */
    static final String PROFILE = "Profile";

    private static final Set<String> WRITES =
            Set.of("holders.update", "holders.updateByBarcode", "tickets.exchange", "tickets.delete");
    private static final Set<String> ORDERS = Set.of("orders.create", "orders.pay");
    private static final RateLimit LIMIT = RateLimit.of(40, Duration.ofSeconds(10));
    private static final int MOST_RUNS = 5;
    private static final Statuses STATUSES = Statuses.of(
            Map.of("active", StatusAction.REGISTER, "inactive", StatusAction.KEEP, LEFT, StatusAction.REMOVE));

    final World world = World.ordinary();
    final Ledger ledger = new Ledger();
    final Trace trace = new Trace();

    private final Disk disk;
    private final Variation variation;
    private final List<Long> crashes = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private Consumer<Sim> meanwhile = sim -> {};
    private RateBudget left;
    private RateBudget right;
    private Duration skew = Duration.ZERO;
    private boolean turn;
    private long steps;
    private long visitAt;
    private long died;
    private boolean dead;
    private boolean visited;
    private boolean visiting;
    private boolean spells;
    private boolean everSpelled;
    private boolean diet;
    private int told;
    private int toldLeft;
    private int bornAt;
    private int bornAtLeft;
    private int mostCalls;

    private Sim(Disk disk, Variation variation) {
        this.disk = disk;
        this.variation = variation;
        world.event.putField(FakeField.question(PROFILE));
        world.clock = new OtherClock(world.time, this::now);
        world.left = this::budget;
        world.right = this::budget;
        world.desk = desk -> variation.desk(desk, world);
        world.directory = directory -> variation.directory(directory);
        world.engine = this::hooked;
        mapping();
        start();
    }

    static Sim inMemory() {
        return on(Disk.inMemory(), Variation.NONE);
    }

    static Sim on(Disk disk, Variation variation) {
        return new Sim(disk, variation);
    }

    /** The clients are built in this order, the Memberships one first. */
    private RateBudget budget() {
        turn = !turn;
        return turn ? left : right;
    }

    /** What the machine takes for the time. */
    Instant now() {
        return world.time.instant().plus(skew);
    }

    /** The wall clock of the machine jumps. */
    void jump(Duration by) {
        skew = skew.plus(by);
    }

    private SyncEngineBuilder hooked(SyncEngineBuilder builder) {
        SyncEngineBuilder told = Checkpoints.told(builder, this::step);
        return visiting ? told.retry(RetryPolicy.none()) : told;
    }

    /** A process begins: it knows nothing of what the one before it has sent. */
    private void start() {
        left = RateBudget.of(LIMIT, world.time);
        right = RateBudget.of(LIMIT, world.time);
        world.store = variation.store(disk.store(), this);
    }

    private void mapping() {
        world.workflow = template -> {
            MembersToAttendees ours =
                    variation.workflow(template.guards(World.WIDE).statuses(STATUSES));
            return diet ? ours.with(Fields.answer("Dietary needs", member -> member.fullName())) : ours;
        };
    }

    // --- what the engine does

    /** Crashes when the engine has made that many steps, counted from now over all restarts. */
    void crashAt(long point) {
        crashes.add(steps + point);
    }

    /** Another engine runs on the same store when this one has made that many steps. */
    void visitAt(long point) {
        visitAt = steps + point;
    }

    long steps() {
        return steps;
    }

    /** One run; it may be killed, or give up because a service is down. True when it ended by itself and saw everything. */
    boolean run() {
        ledger.run(looks());
        try {
            SyncReport report = world.sync();
            tell("ran " + report.counts() + " " + report.isComplete());
            return report.isComplete() && report.counts().failed() == 0;
        } catch (ApiException | StoreException | RunHaltedException down) {
            tell("down " + down.getClass().getSimpleName() + " " + down.getMessage());
            return false;
        } catch (Throwable thrown) {
            if (!SimulatedCrash.caused(thrown)) {
                throw thrown;
            }
            restart();
            return false;
        } finally {
            crashes.removeIf(point -> point <= steps);
        }
    }

    private Map<String, Map<String, String>> looks() {
        return world.memberships.members().all().stream()
                .collect(Collectors.toMap(FakeMember::userId, member -> Look.of(member, world, diet)));
    }

    /** Runs until one ends by itself, with a new process after each crash. */
    void runToTheEnd() {
        long before;
        do {
            before = died;
            run();
        } while (died > before);
    }

    void plan() {
        long sent = writesSent();
        try {
            world.plan();
            tell("planned");
        } catch (ApiException | StoreException | RunHaltedException down) {
            tell("down " + down.getMessage());
        } catch (Throwable thrown) {
            if (!SimulatedCrash.caused(thrown)) {
                throw thrown;
            }
            restart();
        }
        if (writesSent() > sent) {
            broken.add("a plan wrote");
        }
    }

    private long writesSent() {
        return world.accelevents.requests().entries().stream()
                .filter(entry -> WRITES.contains(entry.operation()) || ORDERS.contains(entry.operation()))
                .count();
    }

    /** Happens after each crash, before the engine starts again. */
    void meanwhile(Consumer<Sim> edits) {
        meanwhile = edits;
    }

    private void restart() {
        dead = false;
        died++;
        endOfLife();
        disk.crash();
        start();
        broken.addAll(Invariants.afterCrash(this));
        tell("crashed");
        meanwhile.accept(this);
    }

    /** The engine is at this step. */
    void step(String name) {
        if (visiting) {
            return;
        }
        if (!dead) {
            steps++;
            trace.line("step " + name);
            dead = crashes.contains(steps);
            if (steps == visitAt) {
                visit();
            }
        }
        if (dead) {
            throw new SimulatedCrash(name);
        }
        if (spells && (name.equals("updated") || name.equals("paid"))) {
            spell();
        }
    }

    private void visit() {
        visiting = true;
        visited = true;
        try {
            world.sync();
        } catch (ApiException | StoreException | RunHaltedException busy) {
            trace.line("visitor " + busy.getMessage());
        } finally {
            visiting = false;
        }
    }

    // --- what the surroundings do

    /** From now on the peer keeps names in its own spelling, at once after each write. */
    void peerSpells(boolean on) {
        spells = on;
        everSpelled |= on;
    }

    boolean peerSpells() {
        return everSpelled;
    }

    private void spell() {
        for (FakeTicket ticket : world.event.attendees()) {
            String kept = Invariants.spelled(ticket.lastName());
            if (!kept.equals(ticket.lastName())) {
                world.event.answer(ticket.id(), "Last Name", kept);
            }
        }
    }

    /** One more field is mapped from now on, or one less. */
    void diet(boolean on) {
        diet = on;
    }

    boolean hasDiet() {
        return diet;
    }

    void faults(FaultPlan memberships, FaultPlan accelevents) {
        world.memberships.faults(memberships);
        world.accelevents.faults(accelevents);
    }

    // --- what it came to

    /** Lets everything come to rest and says what does not hold then. */
    List<String> rest() {
        faults(FaultPlan.none(), FaultPlan.none());
        crashes.clear();
        visitAt = 0;
        world.time.advance(Duration.ofHours(6));
        int runs = 0;
        while (!quiet()) {
            if (++runs > MOST_RUNS) {
                broken.add("G4 there is no end of writing, or of failing");
                break;
            }
            world.time.advance(Duration.ofHours(2));
        }
        broken.addAll(Invariants.atRest(this));
        return List.copyOf(broken);
    }

    /** A full cycle that writes nothing. */
    private boolean quiet() {
        long writes = writesSent();
        return run() && writesSent() == writes;
    }

    <T> T read(Function<Tx, T> question) {
        return disk.store().inTransaction(SCOPE, question);
    }

    /** How many writes may have happened without anybody hearing of them. */
    long lostAnswers() {
        long disturbed = world.accelevents.requests().entries().stream()
                .filter(entry -> entry.fault() != null && WRITES.contains(entry.operation()))
                .count();
        return disturbed + died + (visited ? 3 : 0);
    }

    boolean hadCompany() {
        return visited;
    }

    /** One process keeps the limit; one that begins where another was killed cannot know of that one's calls. */
    Optional<String> overBudget() {
        endOfLife();
        return mostCalls > LIMIT.calls()
                ? Optional.of("G6 " + mostCalls + " calls in 10 s, and " + LIMIT.calls() + " are allowed")
                : Optional.empty();
    }

    private void endOfLife() {
        bornAt = measured(world.accelevents.requests(), bornAt);
        bornAtLeft = measured(world.memberships.requests(), bornAtLeft);
    }

    private int measured(RequestLog log, int from) {
        List<RequestLog.Entry> entries = log.entries();
        List<Instant> arrivals = entries.subList(from, entries.size()).stream()
                .map(RequestLog.Entry::at)
                .toList();
        mostCalls = Math.max(mostCalls, RateProof.of(arrivals).highestIn(LIMIT.per()));
        return entries.size();
    }

    private void tell(String what) {
        trace.line(world.time.instant() + " " + what);
        told = requests(world.accelevents.requests(), told);
        toldLeft = requests(world.memberships.requests(), toldLeft);
    }

    private int requests(RequestLog log, int from) {
        List<RequestLog.Entry> entries = log.entries();
        entries.subList(from, entries.size()).forEach(entry -> trace.line(entry.toString()));
        return entries.size();
    }
}
