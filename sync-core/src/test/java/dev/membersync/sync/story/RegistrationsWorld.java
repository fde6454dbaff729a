package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.http.Transport;
import dev.membersync.memberships.MemberField;
import dev.membersync.memberships.profile.MemberSource;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.adapter.AcceleventsDesk;
import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.record.RegistrationState;
import dev.membersync.sync.review.Answer;
import dev.membersync.sync.store.MemoryStore;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.workflow.MembersToAttendees;
import dev.membersync.sync.workflow.RegistrationsToMembership;
import dev.membersync.sync.workflow.Workflow;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import dev.membersync.testkit.Injection;
import dev.membersync.testkit.RecordKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** The same, after a run in which nobody was registered. */
    FakeTicket newcomer(String userId) {
        world.sync();
        return registered(userId, "VIP");
    }

    /** One more run has nothing to do. */
    void assertAtRest() {
        world.forgetCalls();
        assertThat(world.sync().isClean()).isTrue();
        assertThat(world.writes()).isZero();
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

    /** These states put members into these workflows. */
    void enrol(RegistrationState state, String flow) {
        workflow = template -> template.enrol(Map.of(state, flow));
    }

    void enrol(RegistrationState one, String flow, RegistrationState other, String otherFlow) {
        workflow = template -> template.enrol(Map.of(one, flow, other, otherFlow));
    }

    /** Who was put into which workflow, each as often as he was. */
    List<String> enrolments() {
        return world.memberships.records(RecordKind.ENROLMENT).all().stream()
                .map(row -> row.text("contactId").orElse("") + " "
                        + row.text("workflowId").orElse(""))
                .toList();
    }

    /** Calls that put somebody into a workflow do not arrive. */
    void losing() {
        failing(Injection.of(Fault.DROP_BEFORE));
    }

    /** Every call that puts somebody into a workflow goes wrong so. */
    void failing(Injection how) {
        world.memberships.faults((operation, call, request) ->
                operation.id().equals("contacts.workflow.add") ? Optional.of(how) : Optional.empty());
    }

    /** Every call arrives again. */
    void working() {
        world.memberships.faults(FaultPlan.none());
    }

    /** The open questions. */
    List<String> reviews() {
        try (SyncEngine engine = world.build(World.EVENT)) {
            return engine.queues().reviews(99).stream().map(Review::id).toList();
        }
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
