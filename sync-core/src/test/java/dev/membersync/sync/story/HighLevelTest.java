package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.error.AuthException;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.policy.StatusAction;
import dev.membersync.sync.policy.Statuses;
import dev.membersync.testkit.FakeTicket;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first workflow where members are contacts, by the tag {@code member}. */
class HighLevelTest {

    private final World world = World.highLevel();

    @Test
    void membersAreRegisteredOnceAndTheNextRunWritesNothing() {
        world.members(25);

        SyncReport first = world.sync();
        world.forgetCalls();
        SyncReport second = world.sync();

        assertThat(first.counts().created()).isEqualTo(25);
        assertThat(world.event.attendees()).hasSize(25);
        assertThat(world.attendeesOf("m7")).hasSize(1);
        assertThat(second.counts().unchanged()).isEqualTo(25);
        assertThat(world.memberships.writes().isEmpty()).isTrue();
        assertThat(world.accelevents.writes().isEmpty()).isTrue();
    }

    @Test
    void aRenamedMemberIsFollowedAndPlanAndStatusComeFromCustomFields() {
        world.memberships.members().add(World.member("m1", "Ann Lee").withPlan("gold"));
        world.memberships.members().add(World.member("m2", "Bo Ek").withStatus("inactive"));
        world.sync();
        world.memberships.members().rename("m1", "Ann Lee-Smith");

        world.sync();

        assertThat(world.event.attendees()).hasSize(1);
        FakeTicket ticket = world.attendeesOf("m1").get(0);
        assertThat(ticket.lastName()).isEqualTo("Lee-Smith");
        assertThat(ticket.answer("Membership Status")).isEqualTo("active");
        assertThat(ticket.typeId())
                .isEqualTo(world.event.ticketType("VIP").orElseThrow().id());
    }

    @Test
    void contactsOutsideTheRuleAreNeverRegistered() {
        world.members(3);
        world.memberships.contacts().add("Lea", "Dee", "lea@example.com", "newsletter");

        assertThat(world.plan().counts().planned()).isEqualTo(3);
        world.sync();

        assertThat(world.event.attendees()).hasSize(3);
    }

    @Test
    void aMemberWhoLeavesTheRuleKeepsTheTicketUnlessTheStatusesSayOtherwise() {
        world.members(2);
        world.sync();
        world.memberships.contacts().untag("m2", "member");

        world.sync();

        assertThat(world.attendeesOf("m2")).hasSize(1);
    }

    @Test
    void nobodyOutsideTheRuleIsRegisteredByTheRowForAllOtherWords() {
        world.workflow =
                template -> template.guards(World.WIDE).statuses(Statuses.of(Map.of("*", StatusAction.REGISTER)));
        world.members(1);
        world.memberships.members().add(World.member("m2", "Bo Ek").withEmail(null));
        world.sync();
        // What is open about m2 has him looked up, though the list no longer shows him.
        world.memberships.members().changeEmail("m2", "m2@example.com");
        world.memberships.contacts().untag("m2", "member");

        world.sync();

        assertThat(world.memberships.requests().count("contacts.get")).isPositive();
        assertThat(world.attendeesOf("m1")).hasSize(1);
        assertThat(world.attendeesOf("m2")).isEmpty();
    }

    @Test
    void aMissingScopeIsNamedBeforeTheFirstRecord() {
        World blind = World.highLevel("locations/customFields.readonly");
        blind.members(2);

        assertThatThrownBy(blind::sync)
                .isInstanceOf(AuthException.class)
                .hasMessageContaining("contacts.readonly missing");
        assertThat(blind.accelevents.requests().count()).isZero();
    }
}
