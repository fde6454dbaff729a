package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.SyncReport;
import dev.membersync.sync.adapter.DeskPage;
import dev.membersync.sync.adapter.DeskRow;
import dev.membersync.sync.adapter.MemberDirectory;
import dev.membersync.sync.adapter.MemberUpdate;
import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.mapping.StateWords;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationState;
import dev.membersync.sync.record.Standing;
import dev.membersync.sync.record.Value;
import dev.membersync.testkit.FakeTicket;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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

    @Test
    @DisplayName("F-59 an update of a user carries exactly the three keys, and what is not told is left out")
    void theWireCarriesExactlyTheThreeKeys() {
        RegistrationsWorld world = RegistrationsWorld.standard();
        world.workflow = template -> template.plans(Map.of("VIP", "gold"));
        world.registered("m1", "VIP");
        FakeTicket other = world.registered("m2", "General Admission");

        world.world.sync();
        world.world.event.checkIn(other.id());
        world.world.sync();

        assertThat(world.bodies())
                .containsExactly(
                        "{\"userId\":\"m1\",\"registrationStatus\":\"registered\",\"planId\":\"gold\"}",
                        "{\"userId\":\"m2\",\"registrationStatus\":\"registered\"}",
                        "{\"userId\":\"m2\",\"registrationStatus\":\"checked_in\"}");
    }

    @Test
    void whereNoReplyShowsWhatWasWrittenItIsWrittenOnce() {
        RegistrationsWorld world = RegistrationsWorld.standard();
        world.workflow = template -> template.plans(Map.of("VIP", "gold", "Backstage", "silver"));
        world.world.directory = Forgetful::new;
        FakeTicket ticket = world.registered("m1", "VIP");

        world.world.sync();
        assertAtRest(world);
        world.world.event.exchange(
                ticket.id(),
                world.world.event.ticketType("Backstage").orElseThrow().id());
        world.world.event.checkIn(ticket.id());
        world.world.sync();

        assertThat(world.told("m1")).isEqualTo("checked_in");
        assertThat(plan(world, "m1")).isEqualTo("gold");
        assertAtRest(world);
    }

    @Test
    @DisplayName("F-55 a word that Accelevents never showed before is one question, and the member stays as he was")
    void anUnknownTicketStatusIsAskedAboutOnce() {
        RegistrationsWorld world = RegistrationsWorld.standard();
        world.registered("m1", "VIP");
        world.registered("m2", "VIP");
        world.world.desk = desk -> showing(desk, "WAITLISTED");

        SyncReport report = world.world.sync();

        assertThat(world.told("m1")).isEqualTo("null");
        assertThat(report.counts().review()).isEqualTo(1);
        world.world.desk = desk -> desk;
        assertThat(world.world.sync().isClean()).isTrue();
        assertThat(world.told("m1")).isEqualTo("registered");
    }

    @Test
    @DisplayName("F-66 an orders list that lags behind takes no state back")
    void aLateRowOfAnOrderTakesNoStateBack() {
        RegistrationsWorld world = RegistrationsWorld.standard();
        FakeTicket ticket = world.registered("m1", "VIP");
        world.world.sync();
        world.world.event.checkIn(ticket.id());
        world.world.desk = desk -> remembering(desk, "orders");
        world.world.sync();
        world.world.sync();

        assertThat(world.told("m1")).isEqualTo("checked_in");
        assertThat(world.bodies()).hasSize(2);
    }

    /** A desk whose list of orders shows every ticket as it was booked. */
    private static TicketDesk remembering(TicketDesk desk, String list) {
        return (TicketDesk) Proxy.newProxyInstance(
                TicketDesk.class.getClassLoader(), new Class<?>[] {TicketDesk.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals(list)) {
                        return method.invoke(desk, arguments);
                    }
                    List<DeskPage> pages = new ArrayList<>();
                    desk.orders(Optional.empty())
                            .forEach(page -> pages.add(new DeskPage(
                                    page.rows().stream()
                                            .map(RegistrationsTest::booked)
                                            .toList(),
                                    page.total())));
                    return pages;
                });
    }

    private static DeskRow booked(DeskRow row) {
        Standing seen = row.registration().standing();
        Standing then = new Standing(Value.of("BOOKED"), seen.payment(), seen.orderedFor());
        return new DeskRow(row.registration().with(then), row.tag(), row.age());
    }

    @Test
    void theTicketsIdAndTheMembersIdentityAreExchanged() {
        RegistrationsWorld world = RegistrationsWorld.highLevel();
        world.workflow = template -> template.memberIdLabel("Member ID").ticketIdField("event_ticket");
        FakeTicket ticket = world.registered("m1", "VIP");

        world.world.sync();

        assertThat(world.world.memberships.contacts().field("m1", "event_ticket"))
                .contains(Long.toString(ticket.id()));
        assertThat(world.world.attendeesOf("m1")).hasSize(1);
        assertAtRest(world);
        world.world.event.cancel(ticket.id());
        world.world.sync();
        assertThat(world.told("m1")).isEqualTo("canceled");
        assertAtRest(world);
    }

    @Test
    void oneTagTellsTheStateAndOtherTagsStay() {
        RegistrationsWorld world = RegistrationsWorld.highLevel();
        world.workflow = template -> template.withoutStatus().tags("Evt:{event}:{state}");
        FakeTicket ticket = world.registered("m1", "VIP");
        world.world.memberships.contacts().tag("m1", "evt:" + World.EVENT + ":unheard");

        world.world.sync();
        assertThat(tags(world)).contains("evt:spring-summit:registered", "member", "evt:spring-summit:unheard");
        assertAtRest(world);
        world.world.event.checkIn(ticket.id());
        world.world.sync();

        assertThat(tags(world))
                .contains("evt:spring-summit:checked_in", "member", "evt:spring-summit:unheard")
                .doesNotContain("evt:spring-summit:registered");
        assertThat(world.told("m1")).isEmpty();
        assertThat(world.bodies()).isEmpty();
        assertAtRest(world);
    }

    @Test
    void aTagThatSomebodyTookAwayIsNotForcedBack() {
        RegistrationsWorld world = RegistrationsWorld.highLevel();
        world.workflow = template -> template.withoutStatus().tags("evt:{event}:{state}");
        world.registered("m1", "VIP");
        world.world.sync();
        world.world.memberships.contacts().untag("m1", "evt:spring-summit:registered");

        assertAtRest(world);
    }

    /** A desk whose orders show this status of every ticket. */
    private static TicketDesk showing(TicketDesk desk, String status) {
        return (TicketDesk) Proxy.newProxyInstance(
                TicketDesk.class.getClassLoader(), new Class<?>[] {TicketDesk.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(desk, arguments);
                    return method.getName().equals("inOrder")
                            ? ((Optional<?>) answer)
                                    .map(Registration.class::cast)
                                    .map(seen -> seen.with(new Standing(
                                            Value.of(status),
                                            seen.standing().payment(),
                                            seen.standing().orderedFor())))
                            : answer;
                });
    }

    private static List<String> tags(RegistrationsWorld world) {
        return world.world.memberships.contacts().find("m1").orElseThrow().texts("tags");
    }

    /** Members whose replies show neither plan nor registration status, as the documented contract has them. */
    private record Forgetful(MemberDirectory all) implements MemberDirectory {
        @Override
        public String account() {
            return all.account();
        }

        @Override
        public void checkAccess() {
            all.checkAccess();
        }

        @Override
        public Iterable<List<Member>> pages() {
            List<List<Member>> pages = new ArrayList<>();
            all.pages()
                    .forEach(
                            page -> pages.add(page.stream().map(Forgetful::bare).toList()));
            return pages;
        }

        @Override
        public Optional<Member> find(String userId) {
            return all.find(userId).map(Forgetful::bare);
        }

        @Override
        public boolean writes(String field) {
            return all.writes(field);
        }

        @Override
        public MemberUpdate update(String userId, MemberDraft draft) {
            all.update(userId, draft);
            return new MemberUpdate.Applied(Optional.empty());
        }

        private static Member bare(Member member) {
            return new Member(
                    member.userId(), member.email(), member.fullName(), member.status(), Value.absent(), Map.of());
        }
    }
}
