package dev.membersync.memberships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.Change;
import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.memberships.profile.FieldNames;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.memberships.user.UserUpdate;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import dev.membersync.testkit.RequestLog;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an update of a member costs and leaves, where members are contacts. */
class ContactWritesTest {

    private static final MemberSettings RULE = MemberSettings.only(MemberRule.tag("member"));
    private static final MemberSettings TAGS =
            RULE.withPlan(MemberField.tagPrefix("plan-")).withRegistrationStatus(MemberField.tagPrefix("event-"));

    private final FakeMemberships fake = Fakes.highLevel();

    @BeforeEach
    void oneMember() {
        fake.members().add(FakeMember.of("m1", "m1@example.org", "Ann Lee"));
    }

    @Test
    void customFieldsAreOneRequest() {
        MembersApi members = Fakes.members(fake, Fakes.SETTINGS);
        members.find("m1").execute();
        fake.requests().clear();
        members.update(UserUpdate.of("m1").withPlanId("gold").withRegistrationStatus("registered"))
                .execute();
        assertThat(operations()).containsExactly("contacts.update");
        assertThat(fake.members().find("m1").orElseThrow())
                .isEqualTo(FakeMember.of("m1", "m1@example.org", "Ann Lee")
                        .withPlan("gold")
                        .withRegistrationStatus("registered"));
    }

    @Test
    void bothTagsAreReadAddedAndRemovedTogether() {
        tag("plan-silver", "event-invited", "vip");
        Member answer = Fakes.members(fake, TAGS)
                .update(UserUpdate.of("m1").withPlanId("Gold").withRegistrationStatus("registered"))
                .execute();
        assertThat(operations()).containsExactly("contacts.get", "contacts.tags.add", "contacts.tags.remove");
        assertThat(tags()).containsExactlyInAnyOrder("member", "vip", "plan-gold", "event-registered");
        assertThat(answer)
                .isEqualTo(Fakes.members(fake, TAGS).find("m1").execute().orElseThrow());
        assertThat(answer.planId()).contains("gold");
        assertThat(answer.fullName()).contains("Ann Lee");
    }

    @Test
    void theFirstTagIsOnlyAdded() {
        Fakes.members(fake, TAGS).update(UserUpdate.of("m1").withPlanId("gold")).execute();
        assertThat(operations()).containsExactly("contacts.get", "contacts.tags.add");
    }

    @Test
    void aClearedTagIsOnlyRemoved() {
        tag("plan-gold", "event-invited");
        Member answer = Fakes.members(fake, TAGS)
                .update(UserUpdate.of("m1").withPlanId(Change.clear()))
                .execute();
        assertThat(operations()).containsExactly("contacts.get", "contacts.tags.remove");
        assertThat(tags()).containsExactly("member", "event-invited");
        assertThat(answer.planId()).isEmpty();
        assertThat(answer.carries(FieldNames.PLAN_ID)).isTrue();
    }

    @Test
    void aTagThatIsThereAlreadyIsNotWritten() {
        tag("Plan-Gold");
        Member answer = Fakes.members(fake, TAGS)
                .update(UserUpdate.of("m1").withPlanId("gold"))
                .execute();
        assertThat(answer.planId()).contains("Gold");
        assertThat(fake.writes().isEmpty()).isTrue();
    }

    @Test
    void besideACustomFieldTheAnswerShowsTheTags() {
        tag("plan-silver");
        MembersApi members =
                Fakes.members(fake, TAGS.withRegistrationStatus(MemberField.custom("registration_status")));
        Member answer = members.update(UserUpdate.of("m1").withPlanId("gold").withRegistrationStatus("registered"))
                .execute();
        assertThat(operations())
                .containsExactly("customFields.list", "contacts.update", "contacts.tags.add", "contacts.tags.remove");
        assertThat(answer.planId()).contains("gold");
        assertThat(answer.registrationStatus()).contains("registered");
    }

    @Test
    void anUpdateThatIsCutOffLeavesTooManyTagsOfWhichTheNewOneCounts() {
        tag("plan-silver");
        fake.faults(FaultPlan.nth("contacts.tags.remove", 1, Fault.STATUS_BEFORE));
        MembersApi members = Fakes.members(fake, TAGS);
        UserUpdate update = UserUpdate.of("m1").withPlanId("gold");
        assertThatThrownBy(() -> members.update(update).execute()).isInstanceOf(ApiException.class);
        assertThat(tags()).containsExactly("member", "plan-silver", "plan-gold");
        assertThat(members.find("m1").execute().orElseThrow().planId()).contains("gold");

        members.update(update).execute();

        assertThat(tags()).containsExactly("member", "plan-gold");
    }

    @Test
    void anAnswerWithoutTagsIsCompletedByARead() {
        ScriptedTransport transport = Scripts.replies(
                        200, "{\"customFields\":[{\"id\":\"f1\",\"fieldKey\":\"contact.r\"}]}")
                .reply(200, "{\"contact\":{\"id\":\"m1\"}}")
                .reply(200, "{\"contact\":{\"id\":\"m1\",\"tags\":[\"member\",\"plan-silver\"]}}")
                .reply(201, "{\"tags\":[\"member\",\"plan-silver\",\"plan-gold\"]}")
                .reply(200, "{\"tags\":[\"member\",\"plan-gold\"]}");
        Member answer = scripted(transport, TAGS.withRegistrationStatus(MemberField.custom("r")))
                .update(UserUpdate.of("m1").withPlanId("gold").withRegistrationStatus("x"))
                .execute();
        assertThat(answer.planId()).contains("gold");
        assertThat(answer.isOutside()).isFalse();
    }

    @Test
    void anAnswerThatDoesNotShowTheRuleLeavesTheStatusUnseen() {
        ScriptedTransport transport = Scripts.replies(
                        200, "{\"customFields\":[{\"id\":\"f1\",\"fieldKey\":\"contact.p\"}]}")
                .reply(200, "{\"contact\":{\"id\":\"m1\"}}");
        Member answer = scripted(transport, RULE.withPlan(MemberField.custom("p")))
                .update(UserUpdate.of("m1").withPlanId("gold"))
                .execute();
        assertThat(answer.isOutside()).isFalse();
        assertThat(answer.carried()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HIGHLEVEL", "HIGHLEVEL_V3"})
    void aCustomFieldIsSpelledByTheGeneration(String name) {
        boolean old = name.equals("HIGHLEVEL");
        ScriptedTransport transport = Scripts.replies(
                        200, "{\"customFields\":[{\"id\":\"f1\",\"fieldKey\":\"contact.p\"}]}")
                .reply(200, "{\"contact\":{\"id\":\"m1\",\"tags\":[\"member\"]}}");
        Scripts.highLevelBuilder(transport, old ? MembershipsProfile.HIGHLEVEL : MembershipsProfile.HIGHLEVEL_V3)
                .members(RULE.withPlan(MemberField.custom("p")))
                .build()
                .members()
                .update(UserUpdate.of("m1").withPlanId("gold"))
                .execute();
        assertThat(Scripts.body(transport.requests().get(1)))
                .isEqualTo("{\"customFields\":[{\"id\":\"f1\",\"" + (old ? "field_value" : "fieldValue")
                        + "\":\"gold\"}]}");
    }

    @Test
    void withoutAPlaceTheSettingIsNamed() {
        MembersApi members = Fakes.members(fake, RULE);
        assertThatThrownBy(() -> members.update(UserUpdate.of("m1").withPlanId("gold")))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("planId");
        assertThatThrownBy(() -> members.update(UserUpdate.of("m1").withRegistrationStatus(Change.clear())))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("registrationStatus");
        assertThat(fake.requests().count()).isZero();
    }

    @Test
    void anUpdateThatChangesNothingIsRefused() {
        MembersApi members = Fakes.members(fake, TAGS);
        assertThatThrownBy(() -> members.update(UserUpdate.of("m1"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMemberThatIsNotThereCannotBeUpdated() {
        var update = Fakes.members(fake, TAGS).update(UserUpdate.of("m9").withPlanId("gold"));
        assertThatThrownBy(update::execute).isInstanceOf(NotFoundException.class);
    }

    private List<String> operations() {
        return fake.requests().entries().stream()
                .map(RequestLog.Entry::operation)
                .toList();
    }

    private List<String> tags() {
        return fake.contacts().find("m1").orElseThrow().texts("tags");
    }

    private void tag(String... tags) {
        List.of(tags).forEach(tag -> fake.contacts().tag("m1", tag));
    }

    private static MembersApi scripted(ScriptedTransport transport, MemberSettings settings) {
        return Scripts.highLevelBuilder(transport, MembershipsProfile.HIGHLEVEL)
                .members(settings)
                .build()
                .members();
    }
}
