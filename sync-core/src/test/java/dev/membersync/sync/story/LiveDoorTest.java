package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.intake.Heard;
import dev.membersync.sync.intake.TicketHint;
import dev.membersync.testkit.FakeTicket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** News that comes in where nobody runs live: at the door of another engine on the same store. */
class LiveDoorTest {
    private final World world = World.ordinary();
    private final LiveWorld at = new LiveWorld(world);
    private final List<Heard> heard = new ArrayList<>();
    private SyncEngine elsewhere;

    @BeforeEach
    void run() {
        world.members(3);
        at.open().settle();
        at.pass(Duration.ofMinutes(2));
        elsewhere = world.build(World.EVENT);
        world.forgetCalls();
    }

    @AfterEach
    void close() {
        elsewhere.close();
        at.close();
    }

    private void hint(String name) {
        elsewhere.door(heard::add).tickets(new TicketHint(Set.of(name), Set.of(), Set.of(), false));
    }

    @Test
    void aMemberMarkedAtADoorIsWorkedOnWhereTheEngineRunsLive() {
        world.memberships.members().rename("m1", "Ada Newname");

        elsewhere.door(heard::add).members(List.of("m1"));
        at.settle();

        assertThat(world.attendeesOf("m1").get(0).lastName()).isEqualTo("Newname");
        assertThat(heard).containsExactly(new Heard(Set.of(), false));
    }

    @Test
    void aTicketHintedAtADoorIsReadAgainEvenWhenItsMemberWasWorkedOnInBetween() { // F-22
        FakeTicket ticket = world.attendeesOf("m2").get(0);

        hint(ticket.barcode());
        at.settle();
        assertThat(world.accelevents.requests().count("holders.get")).isZero();
        heard.forEach(at.live::hear);
        at.settle();

        assertThat(heard).containsExactly(new Heard(Set.of("m2"), true));
        assertThat(world.accelevents.requests().count("holders.get")).isPositive();
    }

    @Test
    void aTicketThatNobodyKnowsHasTheOrdersAskedAtOnceWhereTheEngineRunsLive() {
        at.pass(Duration.ofSeconds(10));
        world.forgetCalls();

        hint("nobody");
        heard.forEach(at.live::hear);
        at.settle();

        assertThat(world.accelevents.requests().count("orders.list")).isEqualTo(1);
        assertThat(at.writes()).isZero();
    }
}
