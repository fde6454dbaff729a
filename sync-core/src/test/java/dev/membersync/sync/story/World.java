package dev.membersync.sync.story;

import dev.membersync.accelevents.AcceleventsClient;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.testing.ManualTime;
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
import dev.membersync.sync.adapter.AcceleventsDesk;
import dev.membersync.sync.adapter.MembershipsDirectory;
import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.policy.GuardPolicy.Share;
import dev.membersync.sync.store.MemoryStore;
import dev.membersync.sync.store.StoreKey;
import dev.membersync.sync.store.SyncStore;
import dev.membersync.sync.workflow.MembersToAttendees;
import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeScheduler;
import dev.membersync.testkit.FakeTicket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Both fakes, real clients, one engine on one thread, and a clock that moves only when somebody waits. */
final class World {
    static final String EVENT = "spring-summit";
    static final GuardPolicy WIDE = new GuardPolicy(100_000, new Share(100, 100_000), new Share(100, 100_000));

    final ManualTime time = ManualTime.create();
    final MembershipsProfile profile;
    final FakeMemberships memberships;
    final FakeAccelevents accelevents;
    final FakeEvent event;
    SyncStore store = MemoryStore.create();
    RateBudget left = RateBudget.unlimited();
    RateBudget right = RateBudget.unlimited();
    UnaryOperator<MembersToAttendees> workflow = template -> template.guards(WIDE);
    UnaryOperator<SyncEngineBuilder> engine = builder -> builder;
    Map<String, String> ticketTypes = Map.of("gold", "VIP", "silver", "Backstage", "*", "General Admission");

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
    static World ordinary() {
        return furnished(
                new World(builder -> builder.apiKey("members-key", "users.readonly"), MembershipsProfile.STANDARD));
    }

    /** The same with contacts as members: those with the tag {@code member}; status and plan are custom fields. */
    static World highLevel() {
        return highLevel("contacts.readonly", "locations/customFields.readonly");
    }

    /** The same with a key of these scopes. */
    static World highLevel(String... scopes) {
        return furnished(new World(
                builder -> builder.highLevel("loc1", "comp1").apiKey("members-key", scopes),
                MembershipsProfile.HIGHLEVEL));
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

    static FakeMember member(String userId, String name) {
        return FakeMember.of(userId, userId + "@example.com", name).withStatus("active");
    }

    SyncReport sync() {
        return sync(SyncOptions.standard());
    }

    SyncReport sync(SyncOptions options) {
        try (SyncEngine running = build(EVENT)) {
            return running.sync(options);
        }
    }

    SyncReport syncAt(String eventUrl) {
        try (SyncEngine running = build(eventUrl)) {
            return running.sync();
        }
    }

    SyncPlan plan() {
        try (SyncEngine running = build(EVENT)) {
            return running.plan();
        }
    }

    VerifyReport verify(boolean deep) {
        try (SyncEngine running = build(EVENT)) {
            return running.verify(deep);
        }
    }

    SyncEngine build(String eventUrl) {
        MembershipsClient members = MembershipsClient.builder(profile)
                .locationId("loc1")
                .members(MemberSettings.only(MemberRule.tag("member"))
                        .withStatus(MemberField.custom("membership_status"))
                        .withPlan(MemberField.custom("membership_plan")))
                .baseUrl(URI.create("http://127.0.0.1:1"))
                .apiKey(Secret.of("members-key"))
                .transport(new FakeTransport(memberships, time))
                .time(time)
                .rateBudget(left)
                .build();
        AcceleventsClient events = AcceleventsClient.builder(Secret.of("events-key"))
                .baseUrl(URI.create("http://127.0.0.1:2"))
                .transport(new FakeTransport(accelevents, time))
                .time(time)
                .rateBudget(right)
                .build();
        MembersToAttendees template = MembersToAttendees.of(AcceleventsDesk.of(events.event(eventUrl)), ticketTypes);
        return engine.apply(SyncEngine.builder()
                        .members(MembershipsDirectory.of(members, "test"))
                        .store(store)
                        .key(StoreKey.ofSecret("a long random text for tests"))
                        .time(time)
                        .workers(1)
                        .executor(Runnable::run)
                        .workflow(workflow.apply(template).build()))
                .build();
    }

    List<FakeTicket> attendeesOf(String userId) {
        return event.attendees().stream()
                .filter(ticket -> ticket.answer("Member ID").equals(userId))
                .toList();
    }

    void forgetCalls() {
        memberships.requests().clear();
        accelevents.requests().clear();
        memberships.writes().clear();
        accelevents.writes().clear();
    }
}
