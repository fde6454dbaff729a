package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.memberships.MemberField;
import dev.membersync.memberships.MemberSettings;
import dev.membersync.sync.SyncOptions;
import dev.membersync.sync.SyncPlan;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.mapping.MappingException;
import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.policy.UnknownRegistrants;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.review.LiveReview;
import dev.membersync.sync.workflow.MembersToAttendees;
import dev.membersync.sync.workflow.RegistrationsToMembership;
import dev.membersync.sync.workflow.Workflow;
import dev.membersync.testkit.FakeRecord;
import dev.membersync.testkit.FakeTicket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Holders who are no members become contacts that are. */
class RegistrantsMadeTest {
    private final RegistrantsWorld world = RegistrantsWorld.making();

    @Test
    void theHolderBecomesAMemberWhoIsToldOfTheTicket() {
        FakeTicket ticket = world.ticket("Bo", "Ek", "Bo@Example.com");

        SyncReport report = world.world.sync();

        FakeRecord contact = made("bo@example.com");
        assertThat(contact.text("firstName")).contains("Bo");
        assertThat(contact.text("lastName")).contains("Ek");
        assertThat(contact.texts("tags")).containsExactly("member");
        assertThat(world.told.told(contact.id())).isEqualTo("registered");
        assertThat(report.counts().created()).isEqualTo(1);
        assertThat(report.isClean()).isTrue();
        world.assertAtRest();
        world.world.event.cancel(ticket.id());
        world.world.sync();
        assertThat(world.told.told(contact.id())).isEqualTo("canceled");
    }

    @Test
    void whatIsSentOptsNobodyIn() {
        List<String> sent = new ArrayList<>();
        world.world.wire = wire -> (request, deadline) -> {
            if (request.method().equals("POST") && request.uri().getPath().equals("/contacts/")) {
                sent.add(new String(request.body().orElseThrow(), StandardCharsets.UTF_8));
            }
            return wire.send(request, deadline);
        };
        world.ticket("Bo", "-", "bo@example.com");

        world.world.sync();

        assertThat(sent)
                .containsExactly("{\"locationId\":\"loc1\",\"email\":\"bo@example.com\",\"firstName\":\"Bo\","
                        + "\"tags\":[\"member\"]}");
    }

    @Test
    void aPlanShowsTheCreatesAndWritesNothing() {
        FakeTicket ticket = world.ticket("Bo", "Ek", "bo@example.com");
        world.ticket("Bo", "Ek", "bo@example.com");

        SyncPlan plan = world.world.plan();

        assertThat(plan.workflows().get(0).operations()).singleElement().satisfies(operation -> {
            assertThat(operation.kind()).isEqualTo("CREATE_MEMBER");
            assertThat(operation.ticket()).isEqualTo(Long.toString(ticket.id()));
        });
        assertThat(plan.workflows().get(0).mails()).isZero();
        assertThat(world.world.writes()).isZero();
        assertThat(world.openCreates()).isZero();
    }

    @Test
    void aPlansValuesAreThoseOfTheTicket() {
        world.ticket("Bo", "Ek", "bo@example.com");

        try (var engine = world.world.build(World.EVENT)) {
            assertThat(engine.values(engine.plan(), 10))
                    .singleElement()
                    .satisfies(shown -> assertThat(shown.fields())
                            .extracting(LiveReview.Field::right)
                            .containsExactly(Value.of("Bo Ek"), Value.of("bo@example.com")));
        }
    }

    @Test
    void aPlanThatWasAgreedIsMadeAndNothingElse() {
        world.ticket("Bo", "Ek", "bo@example.com");
        SyncPlan plan = world.world.plan();
        world.ticket("Cy", "Dee", "cy@example.com");

        try (var engine = world.world.build(World.EVENT)) {
            SyncReport report = engine.apply(plan);
            assertThat(report.workflows().get(0).drifted()).isEmpty();
        }

        made("bo@example.com");
        assertThat(world.contacts("cy@example.com")).isEmpty();
    }

    @Test
    void moreThanTheGuardAllowsStopTheRunBeforeTheFirstWrite() {
        limit(2);
        for (int i = 0; i < 3; i++) {
            world.ticket("Bo", "Ek", "bo" + i + "@example.com");
        }

        SyncReport stopped = world.world.sync();

        assertThat(stopped.workflows().get(0).stopped()).isTrue();
        assertThat(stopped.workflows().get(0).plan().objections())
                .containsExactly("it would make 3 registrations or contacts; guards.creates allows 2");
        assertThat(world.world.writes()).isZero();
        world.world.sync(SyncOptions.standard()
                .approving(stopped.workflows().get(0).plan().digest()));
        assertThat(world.world.memberships.contacts().all()).hasSize(3);
    }

    @Test
    void aCanaryMakesNoMoreThanItMay() {
        for (int i = 0; i < 3; i++) {
            world.ticket("Bo", "Ek", "bo" + i + "@example.com");
        }

        world.world.sync(SyncOptions.standard().canary(1));

        assertThat(world.world.memberships.contacts().all()).hasSize(1);
        assertThat(world.told.told(
                        world.world.memberships.contacts().all().get(0).id()))
                .isEqualTo("registered");
    }

    @Test
    void twoTicketsWithOneAddressAreOneContact() {
        world.ticket("Bo", "Ek", "bo@example.com");
        world.ticket("Bo", "Ek", "BO@example.com");

        world.world.sync();

        made("bo@example.com");
        world.assertAtRest();
        assertThat(world.questions()).isEmpty();
    }

    @Test
    void aHolderWithoutAnAddressIsAskedAbout() {
        FakeTicket ticket = world.ticket("Bo", "Ek", "none");

        world.world.sync();

        assertThat(world.questions()).containsExactly(id(ticket));
        assertThat(world.world.memberships.contacts().all()).isEmpty();
    }

    @Test
    void aContactWhoIsNoMemberIsNeitherMadeAgainNorMadeAMember() {
        FakeTicket ticket = world.ticket("Bo", "Ek", "bo@example.com");
        String id = world.world
                .memberships
                .contacts()
                .add("Bo", "Ek", "bo@example.com", "lead")
                .id();

        world.world.sync();
        world.world.sync();

        assertThat(world.questions()).containsExactly(id(ticket));
        assertThat(made("bo@example.com").texts("tags")).containsExactly("lead");
        assertThat(world.world.plan().counts().planned()).isZero();
        world.world.memberships.contacts().tag(id, "member");
        world.world.sync();
        assertThat(world.questions()).isEmpty();
        assertThat(world.told.told(id)).isEqualTo("registered");
        made("bo@example.com");
    }

    @Test
    void severalContactsWithTheAddressAreAskedAbout() {
        FakeTicket ticket = world.ticket("Bo", "Ek", "bo@example.com");
        world.world.memberships.contacts().add("Bo", "Ek", "bo@example.com", "lead");
        world.world.memberships.contacts().add("Bo", "Eks", "bo@example.com", "lead");

        world.world.sync();

        assertThat(world.questions()).containsExactly(id(ticket));
        assertThat(world.contacts("bo@example.com")).hasSize(2);
    }

    @Test
    void whoWasAskedAboutAndIsFreeNowIsMadeByTheRunThatPlansHim() {
        world.ticket("Bo", "Ek", "bo@example.com");
        String id = world.world
                .memberships
                .contacts()
                .add("Bo", "Ek", "bo@example.com", "lead")
                .id();
        world.world.sync();
        world.world.memberships.contacts().delete(id);

        world.world.sync();
        assertThat(world.contacts("bo@example.com")).isEmpty();
        assertThat(world.questions()).isEmpty();
        world.world.sync();

        made("bo@example.com");
    }

    @Test
    void anIgnoredTicketIsNotMade() {
        world.told.workflow = template -> template.unknownRegistrants(UnknownRegistrants.REVIEW);
        FakeTicket ticket = world.ticket("Bo", "Ek", "bo@example.com");
        world.world.sync();
        world.told.answer(id(ticket), "ignore");
        world.told.workflow = template -> template.unknownRegistrants(UnknownRegistrants.CREATE);

        world.world.sync();

        assertThat(world.contacts("bo@example.com")).isEmpty();
        assertThat(world.questions()).isEmpty();
    }

    @Test
    void theTicketThatMadeAMemberIsAdoptedAndNoSecondOneIsOrdered() {
        world.world.settings = settings -> MemberSettings.only(settings.only())
                .withRegistrationStatus(MemberField.custom(RegistrationsWorld.STATUS));
        FakeTicket ticket = world.ticket("Bo", "Ek", "bo@example.com");
        Function<TicketDesk, Workflow> telling = world.world.flow;
        Function<TicketDesk, Workflow> registering = desk -> MembersToAttendees.of(desk, Map.of("*", "VIP"))
                .guards(World.WIDE)
                .build();
        for (int round = 0; round < 3; round++) {
            world.world.flow = telling;
            world.world.sync();
            world.world.flow = registering;
            SyncReport report = world.world.sync();
            assertThat(report.counts().created()).isZero();
        }

        made("bo@example.com");
        assertThat(world.world.event.tickets()).hasSize(1);
        assertThat(world.world.attendeesOf(made("bo@example.com").id()))
                .singleElement()
                .satisfies(own -> assertThat(own.id()).isEqualTo(ticket.id()));
        world.world.forgetCalls();
        world.world.flow = telling;
        world.world.sync();
        assertThat(world.world.writes()).isZero();
    }

    @Test
    void usersCannotBeMade() {
        RegistrationsWorld users = RegistrationsWorld.standard();
        users.workflow = template -> template.unknownRegistrants(UnknownRegistrants.CREATE);
        users.ticket("m1", "VIP");

        assertThatThrownBy(users.world::sync)
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("no call that makes one");
    }

    @Test
    void tagsAloneAreToldToo() {
        world.told.workflow = template -> template.unknownRegistrants(UnknownRegistrants.CREATE)
                .withoutStatus()
                .tags("evt:{event}:{state}");
        world.ticket("Bo", "Ek", "bo@example.com");

        world.world.sync();

        assertThat(made("bo@example.com").texts("tags")).contains("member", "evt:spring-summit:registered");
    }

    private void limit(int creates) {
        GuardPolicy standard = RegistrationsToMembership.standardGuards();
        world.told.workflow = template -> template.unknownRegistrants(UnknownRegistrants.CREATE)
                .guards(new GuardPolicy(creates, standard.changes(), standard.removals()));
    }

    private FakeRecord made(String email) {
        List<FakeRecord> contacts = world.contacts(email);
        assertThat(contacts).hasSize(1);
        return contacts.get(0);
    }

    private static String id(FakeTicket ticket) {
        return "NO_MEMBER:ticket:" + ticket.id();
    }
}
