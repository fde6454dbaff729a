package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A payment worked and its answer was lost: what people do until the next run is theirs. */
class OpenCreateTest {
    private final World world = World.twoWay();

    @BeforeEach
    void aMemberIsRegisteredAndNobodyHeardOfIt() {
        world.members(1);
        world.accelevents.faults(FaultPlan.always(Fault.DROP_AFTER).on("orders.pay"));
        world.sync();
        world.accelevents.faults(FaultPlan.none());
    }

    @Test
    void anEditOfTheRegistrationIsNotUndone() {
        world.editTicket("m1", "First Name", "Edited");

        world.sync();
        world.sync();

        assertThat(world.ticketOf("m1").firstName()).isEqualTo("Edited");
    }

    @Test
    void anEditOfTheMemberFlowsOn() {
        world.memberships.members().rename("m1", "Person Renamed");

        world.sync();
        world.sync();

        assertThat(world.ticketOf("m1").lastName()).isEqualTo("Renamed");
    }

    @Test
    void editsOfTwoFieldsOnBothSidesBothStand() {
        world.memberships.members().changeEmail("m1", "left@example.org");
        world.editTicket("m1", "First Name", "Edited");

        world.sync();
        world.sync();

        assertThat(world.ticketOf("m1").email()).isEqualTo("left@example.org");
        assertThat(world.ticketOf("m1").firstName()).isEqualTo("Edited");
    }

    /** Which of two payments worked is not known, so their values prove nothing: the member's are written. */
    @Test
    void ofTwoPaymentsWithDifferentValuesNoneIsTakenForTheRightOne() {
        world.memberships.members().rename("m1", "Person Between");
        world.accelevents.faults(FaultPlan.always(Fault.DROP_AFTER).on("orders.pay"));
        world.sync();
        world.accelevents.faults(FaultPlan.none());
        world.memberships.members().rename("m1", "Person Renamed");

        world.sync();
        world.sync();

        assertThat(world.ticketOf("m1").lastName()).isEqualTo("Renamed");
    }
}
