package dev.membersync.examples.benchmarks.load;

import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeReply;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.FakeService;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.FaultPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Both services with invented people, on loopback, each reply as late as it is told to be. */
final class Stage implements AutoCloseable {
    static final String EVENT = "spring-summit";
    static final String FREE = "General Admission";
    static final String PRICED = "Workshop Pass";
    static final String LOCATION = "ve9EPM428h8vShlRW1KT";
    static final String SECRET = "a-secret-of-the-benchmark";
    private static final String COMPANY = "5DP4iH6HLkQsiKESj6rh";

    private final FakeMemberships members;
    private final FakeAccelevents events;
    private final FakeServer left;
    private final FakeServer right;
    private final People people;
    private final World.Task task;
    private final Map<Long, FakeTicket> guests = new LinkedHashMap<>();
    private volatile Duration latency = Duration.ZERO;
    private volatile Limit limit = Limit.NONE;

    private Stage(World.Task task, long seed, People people) {
        this.task = task;
        this.people = people;
        FakeMemberships.Builder builder = FakeMemberships.builder().seed(seed);
        members = (task == World.Task.BOTH_WAYS ? builder.highLevel(LOCATION, COMPANY) : builder).build();
        members.switches().changesPayments(true);
        events = FakeAccelevents.builder().seed(seed).build();
        furnish();
        left = FakeServer.start(late(members), 0);
        right = FakeServer.start(late(events), 0);
    }

    /** Opens a stage without latency and limit. */
    static Stage open(World.Task task, LoadOptions options) {
        People people = People.of(options.seed(), options.members(), options.byHand());
        return new Stage(task, options.seed(), people);
    }

    private void furnish() {
        members.members().addAll(people.members());
        FakeEvent event = events.event(EVENT);
        int places = 10 * people.members().size() + 10_000;
        long free = event.addTicketType(FREE, "0", places);
        event.addTicketType("VIP", "0", places);
        long priced = event.addTicketType(PRICED, "49.00", places);
        long type = task == World.Task.PAYMENTS ? priced : free;
        event.putField(FakeField.attribute("Organization"));
        event.putField(FakeField.attribute("Member ID"));
        event.putField(FakeField.question("Membership Status"));
        people.registered().forEach(member -> register(event, type, member));
        people.guests().forEach(member -> {
            FakeTicket ticket = register(event, type, member);
            guests.put(ticket.id(), ticket);
        });
    }

    private static FakeTicket register(FakeEvent event, long type, FakeMember member) {
        String[] words = String.valueOf(member.fullName()).split(" ", 2);
        return event.addAttendee(type, words[0], words[1], String.valueOf(member.email()));
    }

    private FakeService late(FakeService service) {
        return request -> {
            FakeReply reply = service.handle(request);
            return latency.isZero() ? reply : reply.after(reply.delay().plus(latency));
        };
    }

    /** From now on replies come so late and no more calls are taken. Logs begin anew. */
    void conditions(Duration wait, Limit most) {
        latency = wait;
        limit = most;
        members.rate(most.rule());
        events.rate(most.rule());
        members.requests().clear();
        members.writes().clear();
        events.requests().clear();
        events.writes().clear();
    }

    /** From now on calls go wrong so. */
    void faults(FaultPlan plan) {
        members.faults(plan);
        events.faults(plan);
    }

    /** What a subject is told. */
    World world(Path folder, String database, int workers, World.Mode mode) {
        return new World(
                folder,
                new World.Service(left.url(), FakeMemberships.DEFAULT_KEY),
                new World.Service(right.url(), FakeAccelevents.DEFAULT_KEY),
                EVENT,
                database,
                limit,
                workers,
                mode,
                task,
                SECRET);
    }

    /** Compares both sides as they are now. */
    Verdict judge() {
        return Judge.of(members.members().all(), event().attendees(), guests);
    }

    FakeMemberships members() {
        return members;
    }

    FakeAccelevents events() {
        return events;
    }

    FakeEvent event() {
        return events.event(EVENT);
    }

    People people() {
        return people;
    }

    Limit limit() {
        return limit;
    }

    /** How many requests reached both so far. */
    int requests() {
        return members.requests().count() + events.requests().count();
    }

    /** How many changes of state reached both so far. */
    int writes() {
        return members.writes().count() + events.writes().count();
    }

    @Override
    public void close() {
        left.close();
        right.close();
    }
}
