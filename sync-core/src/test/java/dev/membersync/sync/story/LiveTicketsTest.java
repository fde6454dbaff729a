package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.intake.TicketHint;
import dev.membersync.testkit.FakeTicket;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** News about tickets: hints, and the orders that are asked for what changed. */
class LiveTicketsTest {
    private final World world = World.ordinary();
    private final LiveWorld at = new LiveWorld(world);

    @BeforeEach
    void run() {
        world.members(3);
        at.open().settle();
        at.pass(Duration.ofMinutes(2));
        world.forgetCalls();
    }

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void aTicketThatIsHintedAtIsReadAgainAndMendedWhereTheMemberRules() { // F-22
        FakeTicket ticket = world.attendeesOf("m2").get(0);
        world.event.answer(ticket.id(), "Membership Status", "stale");
        world.memberships.members().rename("m2", "Ada Newname");

        at.hint(ticket.barcode());
        at.settle();

        assertThat(world.attendeesOf("m2").get(0).lastName()).isEqualTo("Newname");
        assertThat(world.accelevents.requests().count("holders.get")).isPositive();
    }

    @Test
    void aCancelledTicketEndsItsLinkWithoutAFullList() {
        FakeTicket ticket = world.attendeesOf("m2").get(0);
        world.event.cancel(ticket.id());

        at.hint(ticket.barcode());
        at.pass(Duration.ofSeconds(20));
        world.memberships.members().rename("m2", "Ada Newname");
        at.hook("m2");
        at.settle();

        assertThat(at.writes()).as("nobody writes to a cancelled ticket").isZero();
        assertThat(world.accelevents.requests().count("attendees.list")).isZero();
    }

    @Test
    void aTicketThatNobodyKnowsHasTheOrdersAskedAtOnce() {
        at.pass(Duration.ofSeconds(10));
        world.forgetCalls();
        FakeTicket sold = world.event.addAttendee(
                world.event.ticketType("VIP").orElseThrow().id(), "Some", "Body", "somebody@example.com");

        at.hint(sold.barcode());
        at.settle();

        assertThat(world.accelevents.requests().count("orders.list")).isEqualTo(1);
        assertThat(world.accelevents.requests().count("attendees.list")).isZero();
    }

    @Test
    void aStormOfHintsSharesAFewPolls() {
        for (int i = 0; i < 200; i++) {
            at.hint("nobody-" + i);
            at.live.step();
        }
        at.pass(Duration.ofSeconds(20));

        assertThat(world.accelevents.requests().count("orders.list")).isLessThanOrEqualTo(3);
    }

    @Test
    void aWishForAPollSurvivesACrash() {
        at.pass(Duration.ofSeconds(30));
        at.hint("nobody");

        at.reopen();
        at.settle();

        assertThat(world.accelevents.requests().count("orders.list")).isPositive();
        world.forgetCalls();
        at.pass(Duration.ofSeconds(30));
        assertThat(world.accelevents.requests().count("orders.list")).isZero();
    }

    @Test
    void anAddressLeadsToTheOrdersToo() {
        at.pass(Duration.ofSeconds(10));
        world.forgetCalls();

        at.live.intake().tickets(new TicketHint(Set.of(), Set.of("m2@example.com"), Set.of(), false));
        at.settle();

        assertThat(world.accelevents.requests().count("orders.list")).isEqualTo(1);
        assertThat(at.writes()).isZero();
    }

    @Test
    void aHintAboutAnotherEventIsNotOurs() {
        at.pass(Duration.ofSeconds(10));
        world.forgetCalls();

        at.live.intake().tickets(new TicketHint(Set.of("x"), Set.of(), Set.of("another-event"), false));
        at.settle();

        assertThat(at.calls()).isZero();
    }

    @Test
    void aDeletedTicketOfWhichNoWebhookToldIsFoundByTheNextFullList() { // F-18
        world.event.delete(world.ticketOf("m2").id());

        at.pass(Duration.ofMinutes(65));

        assertThat(world.verify(false).isClean()).isTrue();
        assertThat(at.writes()).isZero();
    }
}
