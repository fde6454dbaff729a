package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.FakeTicket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Registrations told to contacts: tags and the ids of both sides. */
class RegistrationsTagsTest {
    @Test
    void theTicketsIdAndTheMembersIdentityAreExchanged() {
        RegistrationsWorld world = RegistrationsWorld.highLevel();
        world.workflow = template -> template.memberIdLabel("Member ID").ticketIdField("event_ticket");
        FakeTicket ticket = world.registered("m1", "VIP");

        world.world.sync();

        assertThat(world.world.memberships.contacts().field("m1", "event_ticket"))
                .contains(Long.toString(ticket.id()));
        assertThat(world.world.attendeesOf("m1")).hasSize(1);
        assertAtRest(world);
        world.world.event.cancel(ticket.id());
        world.world.sync();
        assertThat(world.told("m1")).isEqualTo("canceled");
        assertAtRest(world);
    }

    @Test
    void oneTagTellsTheStateAndOtherTagsStay() {
        RegistrationsWorld world = RegistrationsWorld.highLevel();
        world.workflow = template -> template.withoutStatus().tags("Evt:{event}:{state}");
        FakeTicket ticket = world.registered("m1", "VIP");
        world.world.memberships.contacts().tag("m1", "evt:" + World.EVENT + ":unheard");

        world.world.sync();
        assertThat(tags(world)).contains("evt:spring-summit:registered", "member", "evt:spring-summit:unheard");
        assertAtRest(world);
        world.world.event.checkIn(ticket.id());
        world.world.sync();

        assertThat(tags(world))
                .contains("evt:spring-summit:checked_in", "member", "evt:spring-summit:unheard")
                .doesNotContain("evt:spring-summit:registered");
        assertThat(world.told("m1")).isEmpty();
        assertThat(world.bodies()).isEmpty();
        assertAtRest(world);
    }

    @Test
    void aTagThatSomebodyTookAwayIsNotForcedBack() {
        RegistrationsWorld world = RegistrationsWorld.highLevel();
        world.workflow = template -> template.withoutStatus().tags("evt:{event}:{state}");
        world.registered("m1", "VIP");
        world.world.sync();
        world.world.memberships.contacts().untag("m1", "evt:spring-summit:registered");

        assertAtRest(world);
    }

    private static List<String> tags(RegistrationsWorld world) {
        return world.world.memberships.contacts().find("m1").orElseThrow().texts("tags");
    }

    private static void assertAtRest(RegistrationsWorld world) {
        world.world.forgetCalls();
        assertThat(world.world.sync().isClean()).isTrue();
        assertThat(world.world.writes()).isZero();
    }
}
