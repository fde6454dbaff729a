package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.Checkpoints;
import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.store.Incident;
import dev.membersync.sync.store.MemoryStore;
import dev.membersync.sync.workflow.MembersToAttendees;
import dev.membersync.sync.workflow.RegistrationsToMembership;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two workflows of one event read both full lists once. */
class LiveSharedListsTest {
    private static final Duration SCAN = Duration.ofHours(1);

    private final World world = World.ordinary();
    private final LiveWorld at = new LiveWorld(world);
    private final AtomicInteger pages = new AtomicInteger();
    /** What happens when a page of attendees is handed to a workflow; the pages are counted from one at each start. */
    private IntConsumer handed = number -> {};

    private TicketDesk desk;

    LiveSharedListsTest() {
        world.flow = tickets -> {
            desk = tickets;
            return MembersToAttendees.of(tickets, world.ticketTypes)
                    .guards(World.WIDE)
                    .build();
        };
        world.engine = builder -> Checkpoints.told(
                builder.workflow(RegistrationsToMembership.of(desk).build()), step -> {
                    if (step.equals("attendee page")) {
                        handed.accept(pages.incrementAndGet());
                    }
                });
        world.members(3);
        world.memberships.members().add(World.member("b1", "Bo Ek").withStatus("inactive"));
        long vip = world.event.ticketType("VIP").orElseThrow().id();
        world.event.addAttendee(vip, "Bo", "Ek", "b1@example.com");
    }

    @AfterEach
    void close() {
        at.close();
    }

    private String told() {
        return String.valueOf(
                world.memberships.members().find("b1").orElseThrow().registrationStatus());
    }

    @Test
    void theFirstReadingIsOneForAllWorkflowsOfAnEvent() {
        at.open().settle();

        assertThat(world.accelevents.requests().count("attendees.list")).isEqualTo(1);
        assertThat(world.memberships.requests().count("users.list"))
                .as("the list, and the look whether members may be read")
                .isEqualTo(2);
        assertThat(pages).hasValue(2);
        assertThat(told()).isEqualTo("registered");
        assertThat(world.event.attendees()).hasSize(4);
    }

    @Test
    void soIsEachLaterOne() {
        at.open().settle();
        world.forgetCalls();

        at.pass(SCAN.multipliedBy(4).plusMinutes(1));

        assertThat(world.accelevents.requests().count("attendees.list")).isEqualTo(4);
        assertThat(world.memberships.requests().count("users.list")).isEqualTo(4);
    }

    @Test
    void aWorkflowThatFailsWithAPageHoldsNobodyElseUpAndReadsAgain() {
        handed = number -> {
            if (number == 1) {
                throw new IllegalStateException("a page that one workflow cannot take");
            }
        };

        at.open().settle();

        assertThat(told()).as("the other workflow").isEqualTo("registered");
        assertThat(world.event.attendees()).hasSize(1);
        assertThat(at.incidents()).extracting(Incident::kind).containsExactly("SCAN_INCOMPLETE");

        at.pass(Duration.ofMinutes(6));

        assertThat(world.event.attendees()).hasSize(4);
        assertThat(at.incidents()).isEmpty();
    }

    @Test
    void killedWhenAPageWasHandedToOneWorkflowOnlyNobodyIsRegisteredTwice() { // F-08, F-23
        handed = number -> {
            if (number == 2) {
                throw new SimulatedCrash("between two workflows");
            }
        };
        at.open();
        assertThatThrownBy(at::settle).isInstanceOf(SimulatedCrash.class);
        world.store = ((MemoryStore) world.store).crash();
        handed = number -> {};

        at.reopen().settle();

        assertThat(world.event.attendees()).hasSize(4);
        assertThat(told()).isEqualTo("registered");
    }
}
