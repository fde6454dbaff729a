package dev.membersync.sync.story;

import dev.membersync.accelevents.AcceleventsClient;
import dev.membersync.accelevents.EventScope;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Transport;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.client.time.Time;
import dev.membersync.memberships.MemberField;
import dev.membersync.memberships.MemberRule;
import dev.membersync.memberships.MemberSettings;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.SyncEngineBuilder;
import dev.membersync.sync.SyncOptions;
import dev.membersync.sync.SyncPlan;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.VerifyReport;
import dev.membersync.sync.adapter.AcceleventsAccess;
import dev.membersync.sync.adapter.AcceleventsDesk;
import dev.membersync.sync.adapter.AcceleventsPayments;
import dev.membersync.sync.adapter.HighLevelPayments;
import dev.membersync.sync.adapter.HighLevelTransactions;
import dev.membersync.sync.adapter.MemberDirectory;
import dev.membersync.sync.adapter.MembershipsDirectory;
import dev.membersync.sync.adapter.RecordOn;
import dev.membersync.sync.adapter.RegistrationPayments;
import dev.membersync.sync.adapter.StandardPayments;
import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.document.MappingDocument;
import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.policy.AccessPolicy;
import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.policy.GuardPolicy.Share;
import dev.membersync.sync.store.MemoryStore;
import dev.membersync.sync.store.StoreKey;
import dev.membersync.sync.store.SyncStore;
import dev.membersync.sync.workflow.MembersToAttendees;
import dev.membersync.sync.workflow.PaymentWorkflow;
import dev.membersync.sync.workflow.Workflow;
import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeScheduler;
import dev.membersync.testkit.FakeTicket;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Both fakes, real clients, one engine on one thread, and a clock that moves only when somebody waits. */
public final class World {
    public static final String EVENT = "spring-summit";
    public static final StoreKey KEY = StoreKey.ofSecret("a long random text for tests");
    public static final GuardPolicy WIDE = new GuardPolicy(100_000, new Share(100, 100_000), new Share(100, 100_000));

    public final ManualTime time = ManualTime.create();
    final MembershipsProfile profile;
    public final FakeMemberships memberships;
    public final FakeAccelevents accelevents;
    public final FakeEvent event;
    public SyncStore store = MemoryStore.create();
    public UnaryOperator<MembersToAttendees> workflow = template -> template.guards(WIDE);
    public UnaryOperator<SyncEngineBuilder> engine = builder -> builder;
    public Map<String, String> ticketTypes = Map.of("gold", "VIP", "silver", "Backstage", "*", "General Admission");

    /** What the engine runs over the event's tickets. */
    public Function<TicketDesk, Workflow> flow =
            desk -> workflow.apply(MembersToAttendees.of(desk, ticketTypes)).build();
    /** How contacts are members. */
    public UnaryOperator<MemberSettings> settings = UnaryOperator.identity();

    /** What stands between the members' client and their service. */
    UnaryOperator<Transport> wire = UnaryOperator.identity();

    /** Whether payments of the event are told to the Memberships side, and in which currency. */
    public String paymentsIn = "";
    /** Whether the workflows about payments are all that there is. */
    boolean paymentsAlone;
    /** Whether payments of members are written to the fields Dues and Receipt of registrations. */
    public boolean duesFields;
    /** What happens where access and money of a ticket do not go together; without it nobody looks. */
    public Optional<AccessPolicy> access = Optional.empty();
    /** On which papers of contacts they are recorded. */
    public RecordOn paper = new RecordOn(RecordOn.Kind.INVOICE, "Gala");

    /** What stands between the engine and its two sides. */
    public UnaryOperator<TicketDesk> desk = desk -> desk;

    public UnaryOperator<MemberDirectory> directory = directory -> directory;
    /** The clock of engine and clients; the fakes keep {@link #time}. */
    public Time clock = time;
    /** The budget of the members' client that is built, and that of the event's. */
    public Supplier<RateBudget> left = RateBudget::unlimited;

    public Supplier<RateBudget> right = RateBudget::unlimited;

    private World(UnaryOperator<FakeMemberships.Builder> dialect, MembershipsProfile profile) {
        this.profile = profile;
        FakeScheduler scheduler = (delay, task) -> time.after(delay, task);
        memberships = dialect.apply(FakeMemberships.builder().time(time).scheduler(scheduler))
                .build();
        accelevents = FakeAccelevents.builder()
                .time(time)
                .scheduler(scheduler)
                .apiKey("events-key")
                .event(EVENT)
                .build();
        event = accelevents.event(EVENT);
    }

    /** An event with three types (two of them free of charge) and a form with both of our fields. */
    public static World ordinary() {
        return furnished(new World(
                builder -> builder.apiKey("members-key", "users.readonly", "users.write"),
                MembershipsProfile.STANDARD));
    }

    /** An event whose third type costs 150.00, with a key that records payments. */
    public static World withPayments() {
        World world = furnished(new World(
                builder -> builder.apiKey("members-key", "users.readonly", "payments.write"),
                MembershipsProfile.STANDARD));
        world.paymentsIn = "USD";
        return world;
    }

    /** An event whose payments are told, with a key that may write everything. */
    public static World everything() {
        World world = furnished(new World(
                builder -> builder.apiKey("members-key", "users.readonly", "users.write", "payments.write"),
                MembershipsProfile.STANDARD));
        world.paymentsIn = "USD";
        return world;
    }

    /** The same with contacts as members: those with the tag {@code member}; status and plan are custom fields. */
    public static World highLevel() {
        return highLevel("contacts.readonly", "locations/customFields.readonly");
    }

    /** The same with a key of these scopes. */
    static World highLevel(String... scopes) {
        return furnished(new World(
                builder -> builder.highLevel("loc1", "comp1").apiKey("members-key", scopes),
                MembershipsProfile.HIGHLEVEL));
    }

    /** Contacts whose name and address flow both ways, and so does what they eat. */
    public static World twoWay() {
        return twoWay("contacts.readonly", "contacts.write", "locations/customFields.readonly");
    }

    /** The same, and payments are told; with a key that may write everything. */
    public static World everythingTwoWay() {
        World world = twoWay(
                "contacts.readonly",
                "contacts.write",
                "locations/customFields.readonly",
                "invoices.readonly",
                "invoices.write",
                "payments/transactions.readonly");
        world.paymentsIn = "USD";
        return world;
    }

    private static World twoWay(String... scopes) {
        World world = highLevel(scopes);
        world.workflow = template ->
                template.guards(WIDE).bothWays().with(Fields.answer("Dietary needs", "dietary", Direction.BOTH));
        world.memberships.contacts().fieldId("dietary");
        return world;
    }

    private static World furnished(World world) {
        world.furnish(world.event);
        return world;
    }

    void furnish(FakeEvent place) {
        place.addTicketType("General Admission", "0", 10_000);
        place.addTicketType("VIP", "0", 10_000);
        place.addTicketType("Backstage", "150.00", 100);
        place.putField(FakeField.question("Membership Status"));
        place.putField(FakeField.attribute("Member ID"));
        place.putField(FakeField.question("Dietary needs"));
    }

    void members(int number) {
        for (int i = 1; i <= number; i++) {
            memberships.members().add(member("m" + i, "Person Number" + i));
        }
    }

    public static FakeMember member(String userId, String name) {
        return FakeMember.of(userId, userId + "@example.com", name).withStatus("active");
    }

    public SyncReport sync() {
        return sync(SyncOptions.standard());
    }

    public SyncReport sync(SyncOptions options) {
        try (SyncEngine running = build(EVENT)) {
            return running.sync(options);
        }
    }

    SyncReport syncAt(String eventUrl) {
        try (SyncEngine running = build(eventUrl)) {
            return running.sync();
        }
    }

    public SyncPlan plan() {
        try (SyncEngine running = build(EVENT)) {
            return running.plan();
        }
    }

    public VerifyReport verify(boolean deep) {
        try (SyncEngine running = build(EVENT)) {
            return running.verify(deep);
        }
    }

    /** What documents the mapping of the workflow. */
    public MappingDocument document() {
        return MappingDocument.of(directory(members()), List.of(flow.apply(tickets(event(EVENT)))));
    }

    private MemberDirectory directory(MembershipsClient members) {
        return directory.apply(MembershipsDirectory.of(members, "test"));
    }

    private MembershipsClient members() {
        return MembershipsClient.builder(profile)
                .locationId("loc1")
                .members(settings.apply(MemberSettings.only(MemberRule.tag("member"))
                        .withStatus(MemberField.custom("membership_status"))
                        .withPlan(MemberField.custom("membership_plan"))))
                .baseUrl(URI.create("http://127.0.0.1:1"))
                .apiKey(Secret.of("members-key"))
                .transport(wire.apply(new FakeTransport(memberships, time)))
                .time(clock)
                .rateBudget(left.get())
                .build();
    }

    private EventScope event(String eventUrl) {
        AcceleventsClient events = AcceleventsClient.builder(Secret.of("events-key"))
                .baseUrl(URI.create("http://127.0.0.1:2"))
                .transport(new FakeTransport(accelevents, time))
                .time(clock)
                .rateBudget(right.get())
                .build();
        return events.event(eventUrl);
    }

    private TicketDesk tickets(EventScope event) {
        return desk.apply(AcceleventsDesk.of(event));
    }

    public SyncEngine build(String eventUrl) {
        MembershipsClient members = members();
        EventScope place = event(eventUrl);
        SyncEngineBuilder builder = withPayments(SyncEngine.builder(), members, place)
                .members(directory(members))
                .store(store)
                .key(KEY)
                .time(clock)
                .workers(1)
                .executor(Runnable::run);
        if (!paymentsAlone) {
            builder.workflow(flow.apply(tickets(place)));
        }
        return engine.apply(builder).build();
    }

    private SyncEngineBuilder withPayments(SyncEngineBuilder builder, MembershipsClient members, EventScope at) {
        access.ifPresent(policy ->
                builder.payments(PaymentWorkflow.access(PaymentWorkflow.ACCESS, AcceleventsAccess.of(at), policy)));
        if (paymentsIn.isEmpty()) {
            return builder;
        }
        Currency currency = Currency.getInstance(paymentsIn);
        if (duesFields) {
            builder.payments(new PaymentWorkflow(
                    PaymentWorkflow.TO_EVENT,
                    HighLevelTransactions.of(members, at.url(), ""),
                    RegistrationPayments.of(at, "Dues", "Receipt"),
                    currency));
        }
        return builder.payments(new PaymentWorkflow(
                PaymentWorkflow.BOTH,
                AcceleventsPayments.of(at),
                profile.equals(MembershipsProfile.STANDARD)
                        ? StandardPayments.of(members)
                        : HighLevelPayments.of(members, paper),
                currency));
    }

    List<FakeTicket> attendeesOf(String userId) {
        return event.attendees().stream()
                .filter(ticket -> ticket.answer("Member ID").equals(userId))
                .toList();
    }

    FakeTicket ticketOf(String userId) {
        return attendeesOf(userId).get(0);
    }

    /** Somebody edits an answer at Accelevents. */
    void editTicket(String userId, String field, String value) {
        event.answer(ticketOf(userId).id(), field, value);
    }

    /** How many writes both services took since the last look. */
    int writes() {
        return memberships.writes().count() + accelevents.writes().count();
    }

    void forgetCalls() {
        memberships.requests().clear();
        accelevents.requests().clear();
        memberships.writes().clear();
        accelevents.writes().clear();
    }
}
