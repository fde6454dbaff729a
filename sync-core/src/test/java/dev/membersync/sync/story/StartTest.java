package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.mapping.Mapping;
import dev.membersync.sync.mapping.MappingException;
import dev.membersync.sync.mapping.Strength;
import dev.membersync.sync.mapping.TypeToPlan;
import dev.membersync.sync.workflow.Workflow;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two workflows of one event, one of which carries back what the other derives. */
class StartTest {
    private final World world = World.ordinary();

    @BeforeEach
    void twoMembersOnAPlan() {
        world.memberships.members().add(World.member("m1", "Ann Lee").withPlan("gold"));
        world.memberships.members().add(World.member("m2", "Bo Ek"));
    }

    @Test
    @DisplayName("F-13 fields that derive from each other are refused before the first record is read")
    void aCircleIsRefused() {
        carryBack(Strength.ON_CHANGE);

        assertThatThrownBy(world::sync)
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("members-to-attendees")
                .hasMessageContaining("of plans");
        assertThat(world.event.attendees()).isEmpty();
        assertThat(world.accelevents.requests().count("attendees.list")).isZero();
    }

    @Test
    void whatOnlyFillsBlanksRuns() {
        carryBack(Strength.IF_EMPTY);

        world.sync();
        world.sync();

        assertThat(world.memberships.members().find("m1").orElseThrow().planId())
                .isEqualTo("gold");
        long general = world.event.ticketType("General Admission").orElseThrow().id();
        assertThat(world.memberships.members().find("m2").orElseThrow().planId())
                .isEqualTo(Long.toString(general));
        assertThat(world.event.attendees()).hasSize(2);
    }

    private void carryBack(Strength strength) {
        AtomicReference<Workflow> first = new AtomicReference<>();
        world.workflow = template -> {
            first.set(template.guards(World.WIDE).build());
            return template;
        };
        world.engine = builder -> builder.workflow(plans(first.get(), strength));
    }

    private static Workflow plans(Workflow first, Strength strength) {
        return new Workflow(
                "plans",
                first.desk(),
                (types, form) ->
                        Mapping.of("plans").with(new TypeToPlan(strength)).build(),
                first.statuses(),
                first.freePayment(),
                first.paidTickets(),
                first.moneyMoves(),
                first.exchanges(),
                first.memberIdLabel(),
                first.guards(),
                first.matching(),
                first.reactions(),
                first.fences());
    }
}
