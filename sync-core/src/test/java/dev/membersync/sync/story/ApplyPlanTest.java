package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.DriftedOperation;
import dev.membersync.sync.PlannedOperation;
import dev.membersync.sync.SyncException;
import dev.membersync.sync.SyncOptions;
import dev.membersync.sync.SyncPlan;
import dev.membersync.sync.SyncPlan.WorkflowPlan;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.mapping.MappingException;
import dev.membersync.sync.policy.GuardPolicy;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** F-80: a plan is applied after the world has moved. */
class ApplyPlanTest {
    private final World world = World.ordinary();

    @Test
    @DisplayName("F-80 a plan is applied as it was made when nothing has moved")
    void nothingHasMoved() {
        world.members(4);
        world.sync();
        world.sync();
        world.memberships.members().add(World.member("m5", "Person Number5"));
        world.memberships.members().add(World.member("m6", "Person Number6"));
        world.memberships.members().rename("m1", "Other Name");
        world.memberships.members().changePlan("m2", "gold");
        SyncPlan plan = world.plan();

        SyncReport report = apply(plan);

        assertThat(drifted(report)).isEmpty();
        assertThat(report.counts().created()).isEqualTo(2);
        assertThat(report.counts().updated()).isEqualTo(2);
        world.forgetCalls();
        assertThat(world.sync().isClean()).isTrue();
        assertThat(world.writes()).isZero();
    }

    @Test
    @DisplayName("F-80 operations that were not planned are not made, and drifted ones are listed with what is now")
    void theWorldHasMoved() {
        world.members(4);
        world.sync();
        world.sync();
        world.memberships.members().rename("m1", "First Rename");
        world.memberships.members().rename("m2", "Second Rename");
        world.memberships.members().rename("m3", "Third Rename");
        SyncPlan plan = world.plan();
        world.memberships.members().rename("m1", "Moved Again");
        world.memberships.members().rename("m2", "Person Number2");
        world.memberships.members().changePlan("m4", "gold");
        world.memberships.members().add(World.member("m5", "Not Planned"));
        world.forgetCalls();

        SyncReport report = apply(plan);

        assertThat(world.writes()).isEqualTo(1);
        assertThat(world.ticketOf("m3").firstName()).isEqualTo("Third");
        assertThat(world.attendeesOf("m5")).isEmpty();
        assertThat(drifted(report)).hasSize(2);
        assertThat(drifted(report).get(0)).satisfies(drift -> {
            assertThat(drift.planned().userId()).isEqualTo("m1");
            assertThat(drift.now()).extracting(PlannedOperation::kind).containsExactly("UPDATE");
        });
        assertThat(drifted(report).get(1)).satisfies(drift -> {
            assertThat(drift.planned().userId()).isEqualTo("m2");
            assertThat(drift.now()).isEmpty();
        });
        assertThat(report.isClean()).isFalse();
    }

    @Test
    @DisplayName("F-80 what a plan left out is done by the next sync")
    void theNextSyncDoesTheRest() {
        theWorldHasMoved();

        assertThat(world.sync().isClean()).isTrue();

        assertThat(world.ticketOf("m1").firstName()).isEqualTo("Moved");
        assertThat(world.attendeesOf("m5")).hasSize(1);
    }

    @Test
    @DisplayName("F-80 a planned registration of somebody who has left is not made")
    void aMemberWhoLeft() {
        world.members(2);
        SyncPlan plan = world.plan();
        world.memberships.members().changeStatus("m1", "inactive");

        SyncReport report = apply(plan);

        assertThat(world.attendeesOf("m1")).isEmpty();
        assertThat(world.attendeesOf("m2")).hasSize(1);
        assertThat(drifted(report))
                .singleElement()
                .satisfies(drift -> assertThat(drift.now()).isEmpty());
    }

    @Test
    @DisplayName("F-80 a plan that is applied twice makes everything once")
    void twice() {
        world.members(3);
        SyncPlan plan = world.plan();
        apply(plan);
        world.forgetCalls();

        SyncReport second = apply(plan);

        assertThat(world.writes()).isZero();
        assertThat(drifted(second)).hasSize(3);
    }

    @Test
    void aGuardStopsAPlanAndItsDigestApprovesIt() {
        world.members(3);
        world.workflow = template -> template.guards(new GuardPolicy(1, World.WIDE.changes(), World.WIDE.removals()));
        SyncPlan plan = world.plan();

        assertThat(apply(plan).isStopped()).isTrue();
        assertThat(world.writes()).isZero();
        try (var engine = world.build(World.EVENT)) {
            SyncOptions approved =
                    SyncOptions.standard().approving(plan.workflows().get(0).digest());
            assertThat(engine.apply(plan, approved).counts().created()).isEqualTo(3);
        }
    }

    @Test
    void aPlanOfAnotherEventIsRefused() {
        world.members(1);
        world.furnish(world.accelevents.event("autumn-gala"));
        SyncPlan plan = world.plan();

        try (var engine = world.build("autumn-gala")) {
            assertThatThrownBy(() -> engine.apply(plan))
                    .isInstanceOf(SyncException.class)
                    .hasMessageContaining("another account, event or workflow");
        }
        assertThat(world.writes()).isZero();
    }

    @Test
    void aPlanOfAnotherMappingIsRefused() {
        world.members(1);
        SyncPlan plan = world.plan();
        world.workflow = template ->
                template.guards(World.WIDE).with(Fields.answer("Dietary needs", member -> member.field("dietary")));

        assertThatThrownBy(() -> apply(plan))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("plan again");
        assertThat(world.writes()).isZero();
    }

    @Test
    void aPlanThatLacksAnOperationIsRefused() {
        world.members(2);
        WorkflowPlan whole = world.plan().workflows().get(0);
        SyncPlan part = new SyncPlan(List.of(WorkflowPlan.of(
                whole.workflow(),
                whole.event(),
                whole.digest(),
                whole.scope(),
                whole.mapping(),
                whole.operations().subList(0, 1))));

        assertThatThrownBy(() -> apply(part)).isInstanceOf(SyncException.class).hasMessageContaining("digest");
    }

    private SyncReport apply(SyncPlan plan) {
        try (var engine = world.build(World.EVENT)) {
            return engine.apply(plan);
        }
    }

    private static List<DriftedOperation> drifted(SyncReport report) {
        return report.workflows().get(0).drifted();
    }
}
