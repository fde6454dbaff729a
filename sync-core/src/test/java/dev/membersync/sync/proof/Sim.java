package dev.membersync.sync.proof;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.policy.RetryPolicy;
import dev.membersync.sync.Checkpoints;
import dev.membersync.sync.SyncEngineBuilder;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.policy.StatusAction;
import dev.membersync.sync.policy.Statuses;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.StoreException;
import dev.membersync.sync.store.SyncStore;
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
import dev.membersync.testkit.RequestLog;
import dev.membersync.testkit.WriteLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One small world under one seed: both fakes, one store, one clock, one thread. The engine can be killed at any of its
 * steps, and another engine can run to its end between any two of them. Everything that happens goes into the trace.
 */
final class Sim {
    static final Scope SCOPE = new Scope("test", World.EVENT, "", MembersToAttendees.ID);
    static final String LEFT = "left";
    /** A question of the form that nothing is mapped to. */
    static final String PROFILE = "Profile";

    private static final int MOST_RUNS = 5;
    private static final Statuses STATUSES = Statuses.of(
            Map.of("active", StatusAction.REGISTER, "inactive", StatusAction.KEEP, LEFT, StatusAction.REMOVE));

    final Kind kind;
    final World world;
    final Ledger ledger = new Ledger();
    final Trace trace = new Trace();

    private final Disk disk;
    private final Variation variation;
    private final Calls calls;
    private final Optional<LiveCourse> live;
    private final List<Long> crashes = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private Consumer<Sim> meanwhile = sim -> {};
    private Duration skew = Duration.ZERO;
    private long steps;
    private long visitAt;
    private Duration pauseBefore = Duration.ZERO;
    private long died;
    private boolean dead;
    private boolean visited;
    private boolean visiting;
    private boolean spells;
    private boolean everSpelled;
    private boolean diet;
    private int told;
    private int toldLeft;
    private int seen;
    private int seenLeft;
    private boolean lagging;
    private boolean whole = true;

    private Sim(Kind kind, Disk disk, Variation variation) {
        this.kind = kind;
        this.world = kind.bothWays() ? World.twoWay() : World.ordinary();
        this.disk = disk;
        this.variation = variation;
        this.calls = new Calls(world);
        this.diet = kind.bothWays();
        world.event.putField(FakeField.question(PROFILE));
        world.clock = new OtherClock(world.time, this::now);
        world.desk = desk -> variation.desk(desk, world);
        world.directory = directory -> variation.directory(directory);
        world.engine = this::hooked;
        live = kind.live() ? Optional.of(new LiveCourse(world, this::now, kind.bothWays())) : Optional.empty();
        mapping();
        start();
    }

    static Sim inMemory(Kind kind) {
        return on(kind, Disk.inMemory(), Variation.NONE);
    }

    static Sim on(Kind kind, Disk disk, Variation variation) {
        return new Sim(kind, disk, variation);
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
        calls.begin();
        world.store = variation.store(disk.store(), this);
    }

    private void mapping() {
        world.workflow = template -> {
            MembersToAttendees ours =
                    variation.workflow(template.guards(World.WIDE).statuses(STATUSES));
            return kind.bothWays() ? ourWays(ours) : food(ours, member -> member.fullName());
        };
    }

    private MembersToAttendees ourWays(MembersToAttendees ours) {
        MembersToAttendees both = ours.bothWays();
        return diet ? both.with(Fields.answer("Dietary needs", "dietary", Direction.BOTH)) : both;
    }

    private MembersToAttendees food(MembersToAttendees ours, Function<Member, Value> food) {
        return diet ? ours.with(Fields.answer("Dietary needs", food)) : ours;
    }

    // --- what the engine does

    /** Crashes when the engine has made that many steps, counted from now over all restarts. */
    void crashAt(long point) {
        crashes.add(steps + point);
    }

    /** Another engine runs on the same store when this one has made that many steps. */
    void visitAt(long point) {
        visitAt(point, Duration.ZERO);
    }

    /** This one is paused there for so long first: longer than a lease, and it works on something that another one has. */
    void visitAt(long point, Duration pause) {
        visitAt = live.isPresent() ? 0 : steps + point;
        pauseBefore = pause;
    }

    long steps() {
        return steps;
    }

    /** One run; it may be killed, or give up because a service is down. True when it ended by itself and saw everything. */
    boolean run() {
        return live.isPresent() ? live(LiveCourse.RUN) : attempt(this::once);
    }

    private boolean once() {
        SyncReport report = world.sync();
        tell("ran " + report.counts() + " " + report.isComplete());
        return report.isComplete() && report.counts().failed() == 0;
    }

    /** Lets time pass; an engine that runs live works meanwhile. */
    void pass(Duration duration) {
        if (live.isPresent()) {
            live(duration);
        } else {
            world.time.advance(duration);
        }
    }

    private boolean live(Duration duration) {
        LiveCourse course = live.orElseThrow();
        return attempt(() -> {
            boolean quiet = course.pass(duration);
            tell("passed " + course);
            return quiet;
        });
    }

    private boolean attempt(BooleanSupplier course) {
        ledger.run(looks());
        int before = world.accelevents.writes().count();
        int beforeLeft = world.memberships.writes().count();
        try {
            whole = false;
            whole = course.getAsBoolean();
            seen = whole ? before : seen;
            seenLeft = whole ? beforeLeft : seenLeft;
            return whole;
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

    /**
     * Whether no run has seen since what the engine last wrote there. A difference that the first look after a write shows
     * is taken for the peer's spelling of it, whoever made it.
     */
    boolean isUnseen(Object... ids) {
        List<String> names = Stream.of(ids).map(String::valueOf).toList();
        return lagging
                || names(world.accelevents.writes(), seen, names)
                || names(world.memberships.writes(), seenLeft, names);
    }

    /** Whether the last edits of this member were not taken in yet: the run was cut short, or a person is asked. */
    boolean isUndecided(String userId) {
        return !whole || read(tx -> tx.reviews().isOpenAbout(userId));
    }

    private static boolean names(WriteLog log, int from, List<String> ids) {
        List<WriteLog.Entry> entries = log.entries();
        return entries.subList(from, entries.size()).stream()
                .anyMatch(entry -> entry.subjects().values().stream().anyMatch(ids::contains));
    }

    /** From now on searches at Accelevents are behind. */
    void lag(Duration behind) {
        lagging = true;
        world.accelevents.switches().searchLag(behind);
    }

    private Map<String, Map<String, String>> looks() {
        return world.memberships.members().all().stream()
                .collect(Collectors.toMap(FakeMember::userId, member -> Look.of(member, this)));
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
        if (live.isPresent()) {
            run();
            return;
        }
        long sent = calls.writes();
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
        if (calls.writes() > sent) {
            broken.add("a plan wrote");
        }
    }

    /** Happens after each crash, before the engine starts again. */
    void meanwhile(Consumer<Sim> edits) {
        meanwhile = edits;
    }

    private void restart() {
        live.ifPresent(LiveCourse::kill);
        dead = false;
        died++;
        calls.end();
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
        world.time.advance(pauseBefore);
        SyncStore mine = world.store;
        world.store = variation.store(disk.seenByAnother(), this);
        try {
            world.sync();
        } catch (ApiException | StoreException | RunHaltedException busy) {
            trace.line("visitor " + busy.getMessage());
        } finally {
            world.store = mine;
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
        live.ifPresent(LiveCourse::kill);
    }

    void ticketTypes(Map<String, String> types) {
        world.ticketTypes = types;
        live.ifPresent(LiveCourse::kill);
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
        pass(Duration.ofHours(6));
        int runs = 0;
        while (!quiet()) {
            if (++runs > MOST_RUNS) {
                broken.add("G4 there is no end of writing, or of failing");
                break;
            }
            live.ifPresent(LiveCourse::resume);
            pass(Duration.ofHours(2));
        }
        broken.addAll(Invariants.atRest(this));
        return List.copyOf(broken);
    }

    /** A full cycle that writes nothing. */
    private boolean quiet() {
        long writes = calls.writes();
        return run() && calls.writes() == writes;
    }

    <T> T read(Function<Tx, T> question) {
        return disk.store().inTransaction(SCOPE, question);
    }

    /** How many writes may have happened without anybody hearing of them. */
    long lostAnswers() {
        return calls.disturbedWrites() + died + (visited ? 3 : 0);
    }

    boolean hadCompany() {
        return visited;
    }

    Optional<String> overBudget() {
        return calls.overBudget();
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
