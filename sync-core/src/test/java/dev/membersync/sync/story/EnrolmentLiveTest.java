package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.record.RegistrationState;
import dev.membersync.sync.store.Incident;
import dev.membersync.testkit.FakeTicket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Members are put into workflows while the engine runs live. */
class EnrolmentLiveTest {
    private final RegistrationsWorld world = RegistrationsWorld.highLevel();
    private final LiveWorld at = new LiveWorld(world.world);

    private FakeTicket old() {
        FakeTicket ticket = world.registered("m1", "VIP");
        at.open().settle();
        at.pass(Duration.ofMinutes(2));
        return ticket;
    }

    private void newcomer(String userId) {
        world.world.memberships.members().add(World.member(userId, "Ann Lee"));
        at.hook(userId);
        at.settle();
        world.ticket(userId, "VIP");
    }

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void newsOfARegistrationEnrolsOnceAndWhatWasThereEnrolsNobody() {
        world.enrol(RegistrationState.REGISTERED, "welcome", RegistrationState.CHECKED_IN, "thanks");
        FakeTicket old = old();
        assertThat(world.enrolments()).isEmpty();

        newcomer("m2");
        world.world.event.checkIn(old.id());
        at.hint(old.barcode());
        at.pass(Duration.ofMinutes(3));
        at.reopen().settle();
        at.pass(Duration.ofMinutes(3));

        assertThat(world.enrolments()).containsExactlyInAnyOrder("m2 welcome", "m1 thanks");
    }

    @Test
    void moreThanTheGuardAllowsPauseTheWorkflow() {
        world.workflow = template -> template.enrol(Map.of(RegistrationState.REGISTERED, "welcome"))
                .guards(new GuardPolicy(0, World.WIDE.changes(), World.WIDE.removals(), 1));
        old();
        newcomer("m2");
        newcomer("m3");

        at.pass(Duration.ofMinutes(3));

        assertThat(world.enrolments()).hasSize(1);
        assertThat(at.incidents()).extracting(Incident::kind).contains("MASS_CHANGE");
    }
}
