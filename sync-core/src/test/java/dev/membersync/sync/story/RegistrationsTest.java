package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.SyncReport;
import dev.membersync.sync.mapping.StateWords;
import dev.membersync.sync.record.RegistrationState;
import dev.membersync.testkit.FakeTicket;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a registration is told to the member, on users and on contacts. */
class RegistrationsTest {
    static Stream<RegistrationsWorld> worlds() {
        return Stream.of(RegistrationsWorld.standard(), RegistrationsWorld.highLevel());
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void aNewRegistrationIsToldAndNothingIsWrittenAgain(RegistrationsWorld world) {
        world.registered("m1", "VIP");

        SyncReport first = world.world.sync();
        world.world.forgetCalls();
        SyncReport second = world.world.sync();

        assertThat(world.told("m1")).isEqualTo("registered");
        assertThat(first.counts().updated()).isEqualTo(1);
        assertThat(second.isClean()).isTrue();
        assertThat(world.world.writes()).isZero();
        assertThat(world.world.verify(false).isClean()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void whoHoldsNoTicketIsToldNothingAndIsNotRegistered(RegistrationsWorld world) {
        world.world.members(3);

        SyncReport report = world.world.sync();

        assertThat(world.world.writes()).isZero();
        assertThat(world.world.event.tickets()).isEmpty();
        assertThat(report.isClean()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void aCheckInIsTold(RegistrationsWorld world) {
        assertTold(world, (event, ticket) -> event.world.event.checkIn(ticket.id()), "checked_in");
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void aCheckInThatWasUndoneIsTold(RegistrationsWorld world) {
        FakeTicket ticket = world.registered("m1", "VIP");
        world.world.event.checkIn(ticket.id());
        world.world.sync();
        world.world.event.book(ticket.id());

        world.world.sync();

        assertThat(world.told("m1")).isEqualTo("registered");
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void aCancellationIsAStateAndNoLoss(RegistrationsWorld world) {
        assertTold(world, (event, ticket) -> event.world.event.cancel(ticket.id()), "canceled");
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void aDeletedTicketIsAStateToo(RegistrationsWorld world) {
        assertTold(world, (event, ticket) -> event.world.event.delete(ticket.id()), "deleted");
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void aRefundThatLeavesTheTicketIsToldThoughTheAttendeeListDoesNotShowIt(RegistrationsWorld world) {
        FakeTicket ticket = world.registered("m1", "Backstage");
        world.world.sync();
        world.world.event.refund(ticket.id(), new BigDecimal("150.00"));

        world.world.sync();

        assertThat(world.told("m1")).isEqualTo("refunded");
        assertAtRest(world);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void anExchangeToAnotherTypeOfOneStateIsToldNothingTwice(RegistrationsWorld world) {
        FakeTicket ticket = world.registered("m1", "VIP");
        world.world.sync();
        world.world.event.exchange(
                ticket.id(),
                world.world.event.ticketType("General Admission").orElseThrow().id());
        world.world.forgetCalls();

        world.world.sync();

        assertThat(world.told("m1")).isEqualTo("registered");
        assertThat(world.world.writes()).isZero();
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void aPlanGoesToWhoHasNoneAndToNobodyElse(RegistrationsWorld world) {
        world.workflow = template -> template.plans(Map.of("VIP", "gold"));
        world.registered("m1", "VIP");
        world.world.memberships.members().add(World.member("m2", "Bo Ek").withPlan("silver"));
        world.ticket("m2", "VIP");
        world.registered("m3", "General Admission");

        world.world.sync();

        assertThat(plan(world, "m1")).isEqualTo("gold");
        assertThat(plan(world, "m2")).isEqualTo("silver");
        assertThat(plan(world, "m3")).isNull();
        assertAtRest(world);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void aTicketThatMembersyncOrderedBringsNoPlan(RegistrationsWorld world) {
        world.workflow = template -> template.plans(Map.of("VIP", "gold"));
        world.world.memberships.members().add(World.member("m1", "Ann Lee"));
        world.world.event.addAttendee(
                world.world.event.ticketType("VIP").orElseThrow().id(),
                Map.of("First Name", "Ann", "Last Name", "Lee", "Email", "m1@example.com"),
                "membersync:m1");

        world.world.sync();

        assertThat(world.told("m1")).isEqualTo("registered");
        assertThat(plan(world, "m1")).isNull();
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void aPlanThatSomebodyTookAwayOrChangedIsLeftAlone(RegistrationsWorld world) {
        world.workflow = template -> template.plans(Map.of("VIP", "gold"));
        FakeTicket ticket = world.registered("m1", "VIP");
        world.world.sync();
        world.world.memberships.members().changePlan("m1", "silver");
        world.world.event.checkIn(ticket.id());

        world.world.sync();

        assertThat(plan(world, "m1")).isEqualTo("silver");
        assertThat(world.told("m1")).isEqualTo("checked_in");
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void aStepThatCannotBeIsAQuestionAndIsNotWrittenUntilItIsAnswered(RegistrationsWorld world) {
        FakeTicket ticket = world.registered("m1", "VIP");
        world.world.sync();
        world.world.event.cancel(ticket.id());
        world.world.sync();
        world.world.event.book(ticket.id());

        SyncReport report = world.world.sync();

        assertThat(world.told("m1")).isEqualTo("canceled");
        assertThat(report.counts().review()).isEqualTo(1);
        world.answer("STEP:m1", "right");
        world.world.sync();
        assertThat(world.told("m1")).isEqualTo("registered");
        assertAtRest(world);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void aStateThatIsNeverDowngradedStays(RegistrationsWorld world) {
        world.workflow = template ->
                template.states(StateWords.standard().neverDowngrading(List.of(RegistrationState.CHECKED_IN)));
        FakeTicket ticket = world.registered("m1", "VIP");
        world.world.event.checkIn(ticket.id());
        world.world.sync();
        world.world.event.cancel(ticket.id());

        SyncReport report = world.world.sync();

        assertThat(world.told("m1")).isEqualTo("checked_in");
        assertThat(report.counts().skipped()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void aBuyerWhoIsNotTheHolderIsToldNothing(RegistrationsWorld world) {
        world.world.memberships.members().add(World.member("m1", "Ann Lee"));
        world.world.memberships.members().add(World.member("m2", "Bo Ek").withStatus("inactive"));
        world.boughtBy("Bo", "Ek", "m2@example.com");

        SyncReport report = world.world.sync();

        assertThat(world.world.accelevents.event(World.EVENT).attendees()).hasSize(1);
        assertThat(world.told("m1")).isEqualTo("registered");
        assertThat(world.told("m2")).isIn("", "null");
        assertThat(report.counts().updated()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void aTicketThatWasGivenToAnotherPersonIsAQuestionBeforeAnythingIsTold(RegistrationsWorld world) {
        FakeTicket ticket = world.registered("m1", "VIP");
        world.world.sync();
        world.world.event.answer(ticket.id(), "First Name", "Bo");
        world.world.event.answer(ticket.id(), "Last Name", "Ek");
        world.world.event.answer(ticket.id(), "Email", "bo@example.com");
        world.world.event.checkIn(ticket.id());

        SyncReport report = world.world.sync();

        assertThat(world.told("m1")).isEqualTo("registered");
        assertThat(report.counts().review()).isEqualTo(1);
        world.world.forgetCalls();
        world.answer("IDENTITY:m1", "right");
        world.world.sync();
        assertThat(world.told("m1")).isEqualTo("checked_in");
        assertThat(world.world.accelevents.writes().count())
                .as("the registration is not this workflow's to write")
                .isZero();
        assertAtRest(world);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void anotherTicketTakesThePlaceOfTheOneThatEnded(RegistrationsWorld world) {
        FakeTicket first = world.registered("m1", "VIP");
        world.world.sync();
        world.world.event.cancel(first.id());
        world.world.sync();
        world.ticket("m1", "General Admission");

        world.world.sync();

        assertThat(world.told("m1")).isEqualTo("registered");
        assertAtRest(world);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void ofSeveralLiveTicketsTheOldestTells(RegistrationsWorld world) {
        world.registered("m1", "VIP");
        FakeTicket second = world.ticket("m1", "General Admission");
        world.world.event.checkIn(second.id());

        SyncReport report = world.world.sync();

        assertThat(world.told("m1")).isEqualTo("registered");
        assertThat(report.isClean()).isTrue();
    }

    private static String plan(RegistrationsWorld world, String userId) {
        return world.world.memberships.members().find(userId).orElseThrow().planId();
    }

    private static void assertTold(
            RegistrationsWorld world, BiConsumer<RegistrationsWorld, FakeTicket> change, String state) {
        FakeTicket ticket = world.registered("m1", "VIP");
        world.world.sync();
        change.accept(world, ticket);

        SyncReport report = world.world.sync();

        assertThat(world.told("m1")).isEqualTo(state);
        assertThat(report.isClean()).isTrue();
        assertAtRest(world);
    }

    private static void assertAtRest(RegistrationsWorld world) {
        world.world.forgetCalls();
        assertThat(world.world.sync().isClean()).isTrue();
        assertThat(world.world.writes()).isZero();
    }
}
