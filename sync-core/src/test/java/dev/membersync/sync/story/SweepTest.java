package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.WorkflowFigures;
import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.policy.GuardPolicy.Share;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A live run is asked for a full list, and the figures are told beside it. */
class SweepTest {
    @Test
    void aSweepReadsBothListsAtOnce() {
        World world = World.ordinary();
        world.members(3);
        try (LiveWorld at = new LiveWorld(world).open().settle()) {
            at.pass(Duration.ofMinutes(5));
            world.forgetCalls();

            at.live.sweep();
            at.settle();

            assertThat(world.accelevents.requests().count("attendees.list")).isEqualTo(1);
            assertThat(world.memberships.requests().count("users.list")).isEqualTo(1);
            assertThat(at.flow().lastScan()).contains(world.time.instant());
            world.forgetCalls();
            at.settle();
            assertThat(world.accelevents.requests().count("attendees.list")).isZero();
        }
    }

    @Test
    void theFiguresAreToldWithoutReadingTheLists() {
        World world = World.ordinary();
        world.members(4);
        world.sync();
        world.sync();
        world.forgetCalls();

        WorkflowFigures figures = figures(world);

        assertThat(figures.pairs()).isEqualTo(4);
        assertThat(figures.equal()).isEqualTo(4);
        assertThat(figures.isClean()).isTrue();
        assertThat(world.memberships.requests().count()
                        + world.accelevents.requests().count())
                .isLessThanOrEqualTo(2);
    }

    @Test
    void whatDiffersOrEndedOrWaitsForAPersonIsCounted() {
        World world = World.ordinary();
        world.members(4);
        world.sync();
        world.event.cancel(world.ticketOf("m1").id());
        world.memberships.members().changeStatus("m2", "unheard");
        world.sync();
        world.memberships.members().rename("m3", "Other Name");
        world.workflow = template -> template.guards(new GuardPolicy(0, new Share(0, 0), new Share(0, 0)));
        world.sync(); // reads, and is stopped before the first write

        WorkflowFigures figures = figures(world);

        assertThat(figures.pairs()).isEqualTo(3);
        assertThat(figures.equal()).isEqualTo(2);
        assertThat(figures.different()).isEqualTo(1);
        assertThat(figures.ended()).isEqualTo(1);
        assertThat(figures.questions()).isEqualTo(1);
        assertThat(figures.isClean()).isFalse();
    }

    @Test
    void aTicketThatTheLastListDidNotShowIsNotListed() {
        World world = World.ordinary();
        world.members(2);
        world.sync();
        world.event.delete(world.ticketOf("m1").id());
        world.workflow = template -> template.guards(new GuardPolicy(0, new Share(0, 0), new Share(0, 0)));
        world.sync();

        assertThat(figures(world).notListed()).isEqualTo(1);
    }

    private static WorkflowFigures figures(World world) {
        try (SyncEngine engine = world.build(World.EVENT)) {
            return engine.figures().get(0);
        }
    }
}
