package dev.membersync.sync.story;

import dev.membersync.client.http.Transport;
import dev.membersync.memberships.MemberField;
import dev.membersync.memberships.profile.MemberSource;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.adapter.AcceleventsDesk;
import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.review.Answer;
import dev.membersync.sync.store.MemoryStore;
import dev.membersync.sync.workflow.MembersToAttendees;
import dev.membersync.sync.workflow.RegistrationsToMembership;
import dev.membersync.sync.workflow.Workflow;
import dev.membersync.testkit.FakeTicket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A world in which registrations are told to members, on either profile. */
final class RegistrationsWorld {
    /** Where members of the live service keep what is told. */
    static final String STATUS = "registration_status";

    private final List<String> bodies = new ArrayList<>();
    final World world;
    UnaryOperator<RegistrationsToMembership> workflow = UnaryOperator.identity();

    private RegistrationsWorld(World world) {
        this.world = world;
        world.wire = this::listening;
        world.flow = desk -> build(RegistrationsToMembership.of(desk));
    }

    static RegistrationsWorld of(MembershipsProfile profile) {
        return profile.members() == MemberSource.CONTACTS ? highLevel() : standard();
    }

    static RegistrationsWorld standard() {
        return new RegistrationsWorld(World.ordinary());
    }

    static RegistrationsWorld highLevel() {
        World world = World.highLevel("contacts.readonly", "contacts.write", "locations/customFields.readonly");
        world.memberships.contacts().fieldId(STATUS);
        world.memberships.contacts().fieldId("event_ticket");
        world.settings = settings -> settings.withRegistrationStatus(MemberField.custom(STATUS));
        return new RegistrationsWorld(world);
    }

    private Workflow build(RegistrationsToMembership template) {
        return workflow.apply(template).build();
    }

    /** A member, and a ticket that somebody bought for him by his address. */
    FakeTicket registered(String userId, String type) {
        world.memberships.members().add(World.member(userId, "Ann Lee"));
        return ticket(userId, type);
    }

    FakeTicket ticket(String userId, String type) {
        long id = world.event.ticketType(type).orElseThrow().id();
        return world.event.addAttendee(id, "Ann", "Lee", userId + "@example.com");
    }

    /** Registers the active members with tickets that this person buys; what was remembered of it is lost then. */
    void boughtBy(String firstName, String lastName, String email) {
        Function<TicketDesk, Workflow> telling = world.flow;
        world.flow = desk -> MembersToAttendees.of(
                        ((AcceleventsDesk) desk).withBuyer(firstName, lastName, email), world.ticketTypes)
                .build();
        world.sync();
        world.flow = telling;
        world.store = MemoryStore.create();
    }

    /** A person answers a review. */
    void answer(String id, String answer) {
        try (SyncEngine engine = world.build(World.EVENT)) {
            engine.queues().decide(id, Answer.parse(answer));
        }
    }

    /** The bodies of all updates of users and contacts so far. */
    List<String> bodies() {
        return List.copyOf(bodies);
    }

    private Transport listening(Transport wire) {
        return (request, deadline) -> {
            if (request.method().equals("PUT") && !request.uri().getPath().contains("holder")) {
                bodies.add(new String(request.body().orElseThrow(), StandardCharsets.UTF_8));
            }
            return wire.send(request, deadline);
        };
    }

    /** What the member was told. */
    String told(String userId) {
        if (world.profile.members() == MemberSource.CONTACTS) {
            return String.valueOf(
                    world.memberships.contacts().field(userId, STATUS).orElse(""));
        }
        return String.valueOf(
                world.memberships.members().find(userId).orElseThrow().registrationStatus());
    }
}
