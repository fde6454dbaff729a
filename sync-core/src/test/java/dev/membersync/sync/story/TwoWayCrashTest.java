package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** F-08: the engine is killed at every step of a run that writes both sides, and no edit of either side is lost. */
class TwoWayCrashTest {
    private static CrashingWorld fresh() {
        CrashingWorld crashing = CrashingWorld.inMemory(World.twoWay());
        crashing.world.members(2);
        return crashing;
    }

    private static void story(CrashingWorld crashing) {
        crashing.sync();
        crashing.sync(); // shows what was written: what changes from now on is an edit
        World world = crashing.world;
        world.editTicket("m1", "First Name", "Edited");
        world.memberships.members().changeEmail("m1", "left@example.org");
        world.editTicket("m2", "Dietary needs", "vegan");
        crashing.sync();
        assertThat(world.ticketOf("m1").firstName()).isEqualTo("Edited");
        assertThat(world.ticketOf("m1").email()).isEqualTo("left@example.org");
        assertThat(world.memberships.contacts().field("m2", "dietary")).contains("vegan");
    }

    @Test
    void aCrashAtAnyStepOfATwoWayRunLosesNoEdit() {
        CrashingWorld whole = fresh();
        story(whole);
        List<String> broken = new ArrayList<>();
        for (long point = 1; point <= whole.steps(); point++) {
            CrashingWorld crashing = fresh();
            crashing.crashAt(point);
            try {
                story(crashing);
                crashing.assertInStep();
                crashing.assertAtRest();
            } catch (AssertionError | RuntimeException e) {
                broken.add("crash at " + point + ": " + e);
            }
        }
        assertThat(broken).isEmpty();
    }
}
