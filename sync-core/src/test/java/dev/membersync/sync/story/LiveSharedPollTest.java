package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.Checkpoints;
import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.store.MemoryStore;
import dev.membersync.sync.workflow.MembersToAttendees;
import dev.membersync.sync.workflow.RegistrationsToMembership;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two workflows of one event ask for changes once. */
class LiveSharedPollTest {
    private static final Duration POLL = Duration.ofMinutes(1);

    private final World world = World.ordinary();
    private final LiveWorld at = new LiveWorld(world);
    private final AtomicInteger pages = new AtomicInteger();
    /** What happens when a page of orders is handed to a workflow; the pages are counted from one at each start. */
    private IntConsumer handed = number -> {};

    private TicketDesk desk;

    LiveSharedPollTest() {
        world.flow = tickets -> {
            desk = tickets;
            return MembersToAttendees.of(tickets, world.ticketTypes)
                    .guards(World.WIDE)
                    .build();
        };
        world.engine = builder -> Checkpoints.told(
                builder.workflow(RegistrationsToMembership.of(desk).build()), step -> {
                    if (step.equals("order changes page")) {
                        handed.accept(pages.incrementAndGet());
                    }
                });
        world.members(3);
        world.memberships.members().add(World.member("b1", "Bo Ek").withStatus("inactive"));
    }

    @AfterEach
    void close() {
        at.close();
    }

    private void running() {
        at.open().settle();
        at.pass(POLL.multipliedBy(5));
        world.forgetCalls();
        pages.set(0);
    }

    private void buys() {
        long vip = world.event.ticketType("VIP").orElseThrow().id();
        world.event.addAttendee(vip, "Bo", "Ek", "b1@example.com");
    }

    private String told() {
        return String.valueOf(
                world.memberships.members().find("b1").orElseThrow().registrationStatus());
    }

    @Test
    void aPollIsOneReadingForAllWorkflowsOfAnEvent() {
        running();

        at.pass(POLL.multipliedBy(10));

        assertThat(world.accelevents.requests().count("orders.list")).isEqualTo(10);
        assertThat(pages).hasValue(20);
    }

    @Test
    void aWorkflowThatFailsWithAPageHoldsNobodyElseUp() {
        running();
        handed = number -> {
            if (number % 2 == 1) {
                throw new IllegalStateException("a page that one workflow cannot take");
            }
        };
        buys();

        at.pass(POLL.multipliedBy(2));

        assertThat(told()).isEqualTo("registered");
    }

    @Test
    void killedWhenAPageWasHandedToOneWorkflowOnlyTheOtherReadsItAgain() { // F-08, F-23
        running();
        handed = number -> {
            if (number == 2) {
                throw new SimulatedCrash("between two workflows");
            }
        };
        buys();
        assertThatThrownBy(() -> at.pass(POLL.multipliedBy(2))).isInstanceOf(SimulatedCrash.class);
        world.store = ((MemoryStore) world.store).crash();
        handed = number -> {};

        at.reopen();
        at.pass(POLL.multipliedBy(2));

        assertThat(told()).isEqualTo("registered");
    }
}
