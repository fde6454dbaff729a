package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.SyncReport;
import dev.membersync.sync.adapter.DeskPage;
import dev.membersync.sync.adapter.DeskRow;
import dev.membersync.sync.adapter.MemberDirectory;
import dev.membersync.sync.adapter.MemberUpdate;
import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.Standing;
import dev.membersync.sync.record.Value;
import dev.membersync.testkit.FakeTicket;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is written about registrations where replies show little, and what Accelevents shows that is odd or late. */
class RegistrationsWireTest {
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

    @Test
    void aTicketThatNoOrderEverShowedAndThatIsGoneIsDeleted() {
        RegistrationsWorld world = RegistrationsWorld.standard();
        world.world.desk = desk -> answering(desk, "orders", List.<DeskPage>of());
        FakeTicket ticket = world.registered("m1", "VIP");
        world.world.sync();
        world.world.event.delete(ticket.id());
        world.world.sync();

        assertThat(world.world.sync().isClean()).isTrue();
        assertThat(world.told("m1")).isEqualTo("deleted");
    }

    /** A desk that gives this answer to one method. */
    private static TicketDesk answering(TicketDesk desk, String asked, Object answer) {
        return (TicketDesk) Proxy.newProxyInstance(
                TicketDesk.class.getClassLoader(),
                new Class<?>[] {TicketDesk.class},
                (proxy, method, arguments) -> method.getName().equals(asked) ? answer : method.invoke(desk, arguments));
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
                                            .map(RegistrationsWireTest::booked)
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

    private static String plan(RegistrationsWorld world, String userId) {
        return world.world.memberships.members().find(userId).orElseThrow().planId();
    }

    private static void assertAtRest(RegistrationsWorld world) {
        world.world.forgetCalls();
        assertThat(world.world.sync().isClean()).isTrue();
        assertThat(world.world.writes()).isZero();
    }
}
