package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Transport;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.time.Time;
import dev.membersync.memberships.MemberField;
import dev.membersync.memberships.MemberRule;
import dev.membersync.memberships.MemberSettings;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.sync.adapter.MemberUpdate;
import dev.membersync.sync.adapter.MembershipsDirectory;
import dev.membersync.sync.adapter.UnknownFieldException;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.testkit.FakeMember;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an update of a member puts on the wire, on users and on contacts. */
class MemberWritesTest {
    private final List<String> bodies = new ArrayList<>();

    @Test
    void aUserIsSentWhatChangedAndNothingElse() {
        World world = World.ordinary();
        world.members(1);

        MemberUpdate result = directory(world).update("m1", MemberDraft.empty().planId("gold"));

        assertThat(bodies).containsExactly("{\"userId\":\"m1\",\"planId\":\"gold\"}");
        assertThat(result)
                .isInstanceOfSatisfying(
                        MemberUpdate.Applied.class,
                        applied -> assertThat(
                                        applied.shown().orElseThrow().planId().text())
                                .contains("gold"));
    }

    @Test
    @DisplayName("F-59 where an update replaces, what it does not change is read and sent again")
    void whereUpdatesReplaceTheRestIsSentAgain() {
        World world = World.ordinary();
        FakeMember member = World.member("m1", "Ann Lee").withPlan("silver").withRegistrationStatus("registered");
        world.memberships.members().add(member);

        directory(world).whereUpdatesReplace().update("m1", MemberDraft.empty().planId("gold"));

        assertThat(bodies)
                .containsExactly("{\"userId\":\"m1\",\"registrationStatus\":\"registered\",\"planId\":\"gold\"}");
    }

    @Test
    void aUserHasNoNameToWrite() {
        MembershipsDirectory directory = directory(World.ordinary());

        assertThat(directory.writes(MemberDraft.FULL_NAME)).isFalse();
        assertThat(directory.writes(MemberDraft.REGISTRATION_STATUS)).isTrue();
        assertThatThrownBy(() -> directory.update("m1", MemberDraft.empty().name("Ann", "Lee")))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("fullName");
        assertThat(bodies).isEmpty();
    }

    @Test
    void whoIsGoneIsGone() {
        World world = World.ordinary();

        assertThat(directory(world).update("m1", MemberDraft.empty().planId("gold")))
                .isEqualTo(new MemberUpdate.Gone());
    }

    @Test
    void aContactIsSentPartsOfTheNameItsOwnFieldsAndCustomFieldsInOneUpdate() {
        World world = World.twoWay();
        world.members(1);

        directory(world)
                .update(
                        "m1",
                        MemberDraft.empty()
                                .name("Ann", "")
                                .email("ann@example.org")
                                .field("phone", "+15551234")
                                .field("dietary", "vegan"));

        assertThat(bodies)
                .singleElement()
                .satisfies(body -> assertThat(body)
                        .contains("\"firstName\":\"Ann\"", "\"lastName\":null", "\"email\":\"ann@example.org\"")
                        .contains("\"phone\":\"+15551234\"", "\"dietary\"")
                        .doesNotContain("tags", "planId"));
        assertThat(world.memberships.contacts().field("m1", "dietary")).contains("vegan");
    }

    @Test
    void aCustomFieldThatNobodyDefinedIsRefusedBeforeTheCall() {
        World world = World.twoWay();
        world.members(1);

        assertThatThrownBy(
                        () -> directory(world).update("m1", MemberDraft.empty().field("dietry", "vegan")))
                .isInstanceOfSatisfying(
                        UnknownFieldException.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("dietry"))
                .hasMessageContaining("\"dietry\"")
                .hasMessageContaining("the nearest is \"dietary\"");
        assertThat(bodies).isEmpty();
    }

    @Test
    void aCustomFieldThatWasDefinedMeanwhileIsWritten() {
        World world = World.twoWay();
        world.members(1);
        MembershipsDirectory directory = directory(world);
        MemberDraft draft = MemberDraft.empty().field("shirt_size", "XL");
        assertThatThrownBy(() -> directory.update("m1", draft)).isInstanceOf(UnknownFieldException.class);
        world.memberships.contacts().fieldId("shirt_size");

        directory.update("m1", draft);

        assertThat(world.memberships.contacts().field("m1", "shirt_size")).contains("XL");
    }

    @Test
    void aPlanThatIsATagIsExchangedForTheNewOne() {
        World world = World.twoWay();
        world.members(1);
        world.memberships.contacts().tag("m1", "plan-silver");

        directory(world).update("m1", MemberDraft.empty().planId("gold"));

        assertThat(world.memberships.contacts().find("m1").orElseThrow().texts("tags"))
                .containsExactlyInAnyOrder("member", "plan-gold");
    }

    private MembershipsDirectory directory(World world) {
        FakeTransport wire = new FakeTransport(world.memberships, world.time);
        Transport listening = (request, deadline) -> {
            if (request.method().equals("PUT")) {
                bodies.add(new String(request.body().orElseThrow(), StandardCharsets.UTF_8));
            }
            return wire.send(request, deadline);
        };
        return MembershipsDirectory.of(client(world, listening, world.time), "test");
    }

    private static MembershipsClient client(World world, Transport transport, Time time) {
        return MembershipsClient.builder(world.profile)
                .locationId("loc1")
                .members(MemberSettings.only(MemberRule.tag("member")).withPlan(MemberField.tagPrefix("plan-")))
                .baseUrl(URI.create("http://127.0.0.1:1"))
                .apiKey(Secret.of("members-key"))
                .transport(transport)
                .time(time)
                .rateBudget(RateBudget.unlimited())
                .build();
    }
}
