package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.SyncReport;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.mapping.MappingException;
import dev.membersync.sync.mapping.SimpleField;
import dev.membersync.testkit.FakeField;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Fields that are said and not programmed, in the engine and on both profiles. */
class SaidFieldsTest {
    private final World world = World.ordinary();
    private final World contacts =
            World.highLevel("contacts.readonly", "contacts.write", "locations/customFields.readonly");

    private static void map(World world, FieldMapper field) {
        world.event.putField(FakeField.question("Tier"));
        world.workflow = template -> template.guards(World.WIDE).with(field);
    }

    private static SimpleField tier(Map<String, String> rows) {
        return Fields.from("member.planId").to("answer(Tier)").table(rows);
    }

    private static String tierOf(World world, String userId) {
        return world.ticketOf(userId).answer("Tier");
    }

    @Test
    void aPlanWithoutARowIsAskedAboutOnceAndHoldsThatFieldAlone() {
        map(world, tier(Map.of("gold", "First")));
        world.memberships.members().add(World.member("m1", "Ann Lee").withPlan("gold"));
        world.memberships.members().add(World.member("m2", "Bo Ek").withPlan("tin"));
        world.memberships.members().add(World.member("m3", "Cy Oz").withPlan("tin"));

        SyncReport report = world.sync();

        assertThat(report.counts().created()).isEqualTo(3);
        assertThat(report.counts().review()).isEqualTo(1);
        assertThat(tierOf(world, "m1")).isEqualTo("First");
        assertThat(tierOf(world, "m2")).isEmpty();
    }

    @Test
    @DisplayName("F-55 a row more frees who waited and writes nobody else")
    void aRowMoreFreesWhoWaitedAndWritesNobodyElse() {
        map(world, tier(Map.of("gold", "First")));
        world.memberships.members().add(World.member("m1", "Ann Lee").withPlan("gold"));
        world.memberships.members().add(World.member("m2", "Bo Ek").withPlan("tin"));
        world.sync();
        world.sync();
        world.forgetCalls();
        map(world, tier(Map.of("gold", "First", "tin", "Last")));

        SyncReport report = world.sync();

        assertThat(tierOf(world, "m2")).isEqualTo("Last");
        assertThat(report.counts().review()).isZero();
        assertThat(world.writes()).isEqualTo(1);
    }

    @Test
    @DisplayName("F-61 a changed table re-bases, and rewrites what it changed and nothing else")
    void aChangedTableRebasesAndRewritesWhatItChanged() {
        map(world, tier(Map.of("gold", "First", "*", "Other")));
        world.memberships.members().add(World.member("m1", "Ann Lee").withPlan("gold"));
        world.memberships.members().add(World.member("m2", "Bo Ek").withPlan("tin"));
        world.sync();
        world.sync();
        world.forgetCalls();
        map(world, tier(Map.of("gold", "Best", "*", "Other")));

        world.sync();

        assertThat(tierOf(world, "m1")).isEqualTo("Best");
        assertThat(tierOf(world, "m2")).isEqualTo("Other");
        assertThat(world.writes()).isEqualTo(1);
        world.forgetCalls();
        world.sync();
        assertThat(world.writes()).isZero();
    }

    @Test
    void aConditionThatNoLongerHoldsClearsNothing() {
        map(world, Fields.constant("yes").to("answer(Tier)").when("member.planId", "gold"));
        world.memberships.members().add(World.member("m1", "Ann Lee").withPlan("gold"));
        world.memberships.members().add(World.member("m2", "Bo Ek").withPlan("tin"));
        world.sync();
        assertThat(tierOf(world, "m1")).isEqualTo("yes");
        assertThat(tierOf(world, "m2")).isEmpty();
        world.memberships.members().changePlan("m1", "tin");

        world.sync();

        assertThat(tierOf(world, "m1")).isEqualTo("yes");
    }

    @Test
    void anAnswerFlowsToAContactThroughATable() {
        contacts.memberships.contacts().fieldId("tier");
        map(contacts, Fields.from("answer(Tier)").to("member.field(tier)").table(Map.of("First", "1", "Second", "2")));
        contacts.members(2);
        contacts.sync();
        contacts.editTicket("m1", "Tier", "first");
        contacts.editTicket("m2", "Tier", "third");
        contacts.memberships.members().rename("m1", "Ann Lee");
        contacts.memberships.members().rename("m2", "Bo Ek");

        SyncReport report = contacts.sync();

        assertThat(contacts.memberships.contacts().field("m1", "tier")).contains("1");
        assertThat(contacts.memberships.contacts().field("m2", "tier")).isEmpty();
        assertThat(report.counts().held()).isEqualTo(1);
    }

    @Test
    void aFieldFlowsBothWaysThroughItsTable() {
        contacts.memberships.contacts().fieldId("tier");
        map(
                contacts,
                Fields.from("member.field(tier)")
                        .to("answer(Tier)")
                        .table(Map.of("1", "First", "2", "Second"))
                        .bothWays());
        contacts.members(2);
        contacts.memberships.contacts().field("m1", "tier", "1");
        contacts.memberships.contacts().field("m2", "tier", "1");
        contacts.sync();
        contacts.sync();
        assertThat(tierOf(contacts, "m1")).isEqualTo("First");
        contacts.editTicket("m1", "Tier", "Second");
        contacts.memberships.members().rename("m1", "Ann Lee");
        contacts.memberships.contacts().field("m2", "tier", "2");

        contacts.sync();

        assertThat(contacts.memberships.contacts().field("m1", "tier")).contains("2");
        assertThat(tierOf(contacts, "m2")).isEqualTo("Second");
    }

    @Test
    void aFieldThatUsersCannotHoldIsRefusedBeforeTheFirstRecord() {
        map(world, Fields.from("answer(Tier)").to("member.field(tier)"));
        world.members(1);

        assertThatThrownBy(world::sync)
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("cannot take tier from outside");
        assertThat(world.writes()).isZero();
    }
}
