package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.policy.UnknownRegistrants;
import dev.membersync.sync.workflow.RegistrationsToMembership;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.Injection;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Holders who are no members, while the engine runs live. */
class RegistrantsLiveTest {
    private final RegistrantsWorld world = RegistrantsWorld.making();

    @Test
    void aRegistrantIsMadeAfterTheNextFullListAndTold() {
        try (LiveWorld at = new LiveWorld(world.world)) {
            at.open().settle();
            world.ticket("Bo", "Ek", "bo@example.com");

            at.pass(Duration.ofHours(2));

            assertThat(world.contacts("bo@example.com")).hasSize(1);
            assertThat(world.told.told(world.contacts("bo@example.com").get(0).id()))
                    .isEqualTo("registered");
            assertThat(at.incidents()).isEmpty();
        }
    }

    @Test
    void moreThanTheGuardAllowsInItsWindowPauseTheWorkflow() {
        GuardPolicy standard = RegistrationsToMembership.standardGuards();
        world.told.workflow = template -> template.unknownRegistrants(UnknownRegistrants.CREATE)
                .guards(new GuardPolicy(2, standard.changes(), standard.removals()));
        for (int i = 0; i < 5; i++) {
            world.ticket("Bo", "Ek", "bo" + i + "@example.com");
        }
        try (LiveWorld at = new LiveWorld(world.world)) {
            at.open().settle();
            at.pass(Duration.ofMinutes(90));

            assertThat(world.world.memberships.contacts().all()).hasSize(2);
            assertThat(at.incidents()).anyMatch(incident -> incident.kind().equals("MASS_CHANGE"));
        }
    }

    @Test
    void aLostAnswerIsSettledByALaterFullListWithoutWaiting() {
        world.lagging();
        world.world.memberships.faults(
                (operation, call, request) -> operation.id().equals("contacts.create") && call == 1
                        ? Optional.of(Injection.of(Fault.DROP_AFTER))
                        : Optional.empty());
        world.ticket("Bo", "Ek", "bo@example.com");
        try (LiveWorld at = new LiveWorld(world.world)) {
            at.open().settle();
            assertThat(world.openCreates()).isEqualTo(1);
            assertThat(at.flow().waiting()).isZero();

            at.pass(Duration.ofHours(3));

            assertThat(world.contacts("bo@example.com")).hasSize(1);
            assertThat(world.openCreates()).isZero();
            assertThat(world.told.told(world.contacts("bo@example.com").get(0).id()))
                    .isEqualTo("registered");
        }
    }
}
