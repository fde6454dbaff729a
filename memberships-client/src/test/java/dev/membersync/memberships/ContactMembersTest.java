package dev.membersync.memberships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.policy.Lane;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.memberships.contact.ContactDraft;
import dev.membersync.memberships.contact.ContactField;
import dev.membersync.memberships.profile.FieldNames;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.memberships.user.MemberStatus;
import dev.membersync.memberships.user.UserUpdate;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeRecord;
import dev.membersync.testkit.RecordKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rule that makes contacts members, and how the custom fields that the settings name are looked up. */
class ContactMembersTest {

    private static final MemberSettings TAGGED = MemberSettings.only(MemberRule.tag("member"));

    private final FakeMemberships fake = Fakes.highLevel();

    @Test
    void aContactOutsideTheRuleIsNeitherListedNorFoundByAddress() {
        fake.contacts().add("Ann", "Lee", "ann@example.org", "lead");
        MembersApi members = Fakes.members(fake, TAGGED);
        assertThat(members.list()).isEmpty();
        assertThat(members.withEmail("ann@example.org")).isEmpty();
    }

    @Test
    void aContactOutsideTheRuleIsFoundByAddressWhereAnybodyIsLookedFor() {
        fake.contacts().add("Ann", "Lee", "Ann@Example.org", "lead");
        MembersApi members = Fakes.members(fake, TAGGED);
        assertThat(members.anybodyWithEmail(" ann@example.ORG"))
                .singleElement()
                .satisfies(found -> assertThat(found.isOutside()).isTrue());
        assertThat(members.anybodyWithEmail("bo@example.org")).isEmpty();
    }

    @Test
    void whoIsMadeIsAMemberByTheTag() {
        MembersApi members = Fakes.members(fake, MemberSettings.only(MemberRule.tag("Member")));
        Member made = members.create(ContactDraft.of("ann@example.org").with(ContactField.FIRST_NAME, "Ann"))
                .execute();
        assertThat(made.isOutside()).isFalse();
        assertThat(members.list()).extracting(Member::userId).containsExactly(made.userId());
        assertThat(fake.contacts().find(made.userId()).orElseThrow().texts("tags"))
                .containsExactly("member");
    }

    @Test
    void whoIsMadeIsAMemberByTheField() {
        fake.contacts().fieldId("membership");
        MembersApi members = Fakes.members(fake, MemberSettings.only(MemberRule.field("membership", "yes")));
        Member made = members.create(ContactDraft.of("ann@example.org")).execute();
        assertThat(members.list()).extracting(Member::userId).containsExactly(made.userId());
    }

    @Test
    void usersCannotBeMade() {
        MembersApi members = Fakes.standard(FakeMemberships.builder().build());
        assertThatThrownBy(() -> members.create(ContactDraft.of("ann@example.org")))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("no call that makes a member");
    }

    @Test
    void aContactOutsideTheRuleIsFoundAsNoMember() {
        String id = fake.contacts().add("Ann", "Lee", "ann@example.org", "lead").id();
        Member found = Fakes.members(fake, Fakes.SETTINGS).find(id).execute().orElseThrow();
        assertThat(found.status()).contains(MemberStatus.NOT_A_MEMBER);
        assertThat(found.carries(FieldNames.STATUS)).isTrue();
        assertThat(found.isOutside()).isTrue();
    }

    @Test
    void outsideTheRuleTheStatusIsKnownEvenWhereItsPlaceIsNotShown() {
        ScriptedTransport transport = Scripts.replies(200, "{\"contact\":{\"id\":\"c1\",\"customFields\":[]}}");
        Member found = scripted(transport, TAGGED.withStatus(MemberField.tagPrefix("status-")))
                .find("c1")
                .execute()
                .orElseThrow();
        assertThat(found.isOutside()).isTrue();
        assertThat(found.carries(FieldNames.STATUS)).isTrue();
    }

    @Test
    void losingTheTagIsAChangeOfStatus() {
        fake.members().add(FakeMember.of("m1", "m1@example.org", "Ann Lee"));
        MembersApi members = Fakes.members(fake, Fakes.SETTINGS);
        fake.contacts().untag("m1", "member");
        assertThat(members.list()).isEmpty();
        assertThat(members.find("m1").execute().orElseThrow().isOutside()).isTrue();
        assertThat(members.changedSince(Instant.EPOCH))
                .singleElement()
                .satisfies(member -> assertThat(member.isOutside()).isTrue());
    }

    @Test
    void changesComeOldestFirstFromTheTimeOn() {
        fake.members().add(FakeMember.of("m1", null, "One"));
        Fakes.TIME.advance(Duration.ofMinutes(1));
        fake.members().add(FakeMember.of("m2", null, "Two"));
        Instant since = Fakes.TIME.instant();
        Fakes.TIME.advance(Duration.ofMinutes(1));
        fake.members().add(FakeMember.of("a3", null, "Three"));
        assertThat(Fakes.members(fake, TAGGED).changedSince(since))
                .extracting(Member::userId)
                .containsExactly("m2", "a3");
    }

    @Test
    void insideTheRuleAndWithoutAPlaceForAStatusAMemberIsActive() {
        fake.members().add(FakeMember.of("m1", null, "Ann").withStatus("inactive"));
        Member member = Fakes.members(fake, TAGGED).list().iterator().next();
        assertThat(member.status()).contains(MemberStatus.ACTIVE);
        assertThat(member.carries(FieldNames.STATUS)).isTrue();
        assertThat(member.carries(FieldNames.PLAN_ID)).isFalse();
    }

    @Test
    void insideTheRuleAPlaceWithoutAValueIsNoStatus() {
        fake.members().add(FakeMember.of("m1", null, "Ann").withStatus(null));
        Member member = Fakes.members(fake, Fakes.SETTINGS).list().iterator().next();
        assertThat(member.status()).isEmpty();
        assertThat(member.carries(FieldNames.STATUS)).isTrue();
    }

    @Test
    void theLetterCaseOfTheTagDoesNotCount() {
        fake.members().add(FakeMember.of("m1", "m1@example.org", "Ann"));
        fake.contacts().add("Bo", "Ek", "bo@example.org", "MEMBER");
        assertThat(Fakes.members(fake, MemberSettings.only(MemberRule.tag("Member")))
                        .list())
                .hasSize(2);
    }

    @Test
    void aTagThatIsConfiguredWithCapitalsIsLookedForAsItIsStoredToo() {
        ScriptedTransport transport = Scripts.replies(200, "{\"contacts\":[],\"total\":0}");
        assertThat(scripted(transport, MemberSettings.only(MemberRule.tag("Member")))
                        .list())
                .isEmpty();
        assertThat(Scripts.body(transport.requests().get(0)))
                .contains("\"OR\"")
                .contains("\"value\":\"Member\"")
                .contains("\"value\":\"member\"");
    }

    @Test
    void aCustomFieldMayBeTheRule() {
        String in = fake.contacts().add("Ann", "Lee", "ann@example.org").id();
        String other = fake.contacts().add("Bo", "Ek", "bo@example.org").id();
        String oneOfMany = fake.contacts().add("Cy", "Do", "cy@example.org").id();
        fake.contacts().field(in, "kind", "Full");
        fake.contacts().field(other, "kind", "full");
        fake.contacts().field(oneOfMany, "kind", List.of("Honorary", "Full"));
        MembersApi members = Fakes.members(fake, MemberSettings.only(MemberRule.field("kind", "Full")));
        assertThat(members.find(in).execute().orElseThrow().isOutside()).isFalse();
        assertThat(members.find(oneOfMany).execute().orElseThrow().isOutside()).isFalse();
        assertThat(members.find(other).execute().orElseThrow().isOutside()).isTrue();
        assertThat(members.list()).extracting(Member::userId).contains(in).doesNotContain(other);
    }

    @Test
    void aHitThatNoLongerFulfilsTheRuleIsLeftOutAndTheScanIsStillComplete() {
        ScriptedTransport transport = Scripts.replies(200, """
                {"total":3,"contacts":[
                  {"id":"c1","tags":["member"],"searchAfter":[1,"c1"]},
                  {"id":"c2","tags":[],"searchAfter":[2,"c2"]},
                  {"id":"c3","searchAfter":[3,"c3"]}]}""").reply(200, "{\"total\":3,\"contacts\":[]}");
        assertThat(scripted(transport, TAGGED).list())
                .extracting(Member::userId)
                .containsExactly("c1");
    }

    @Test
    void whatTheIndexHasNotSeenYetIsFoundById() {
        fake.members().add(FakeMember.of("m1", "m1@example.org", "Ann Lee"));
        Fakes.TIME.advance(Duration.ofMinutes(1));
        fake.highLevelSwitches().searchLag(Duration.ofSeconds(30));
        fake.contacts().untag("m1", "member");
        MembersApi members = Fakes.members(fake, TAGGED);
        assertThat(members.list()).extracting(Member::userId).containsExactly("m1");
        assertThat(members.find("m1").execute().orElseThrow().isOutside()).isTrue();
        Fakes.TIME.advance(Duration.ofMinutes(1));
        assertThat(members.list()).isEmpty();
    }

    @Test
    void theFieldsAreReadOnceForAWholeClient() {
        IntStream.range(0, 250).forEach(i -> fake.members().add(FakeMember.of("m" + i, null, "M " + i)));
        MembersApi members = Fakes.members(fake, Fakes.SETTINGS);
        assertThat(members.list()).hasSize(250);
        assertThat(fake.requests().count("customFields.list")).isEqualTo(1);
        long pages = fake.requests().count("contacts.search");
        assertThat(fake.requests().count()).isEqualTo((int) pages + 1);
        members.find("m1").execute();
        assertThat(fake.requests().count()).isEqualTo((int) pages + 2);
    }

    @Test
    void theLanesOfAClientShareTheLookUp() {
        fake.members().add(FakeMember.of("m1", null, "Ann"));
        MembershipsClient client = Fakes.client(fake, Fakes.SETTINGS);

        for (Lane lane : Lane.values()) {
            assertThat(client.inLane(lane).members().list()).hasSize(1);
        }

        assertThat(fake.requests().count("customFields.list")).isEqualTo(1);
    }

    @Test
    void theFieldsAreNotReadWhenNoSettingNeedsThem() {
        MembersApi members = Fakes.members(fake, TAGGED.withPlan(MemberField.tagPrefix("plan-")));
        assertThat(members.list()).isEmpty();
        members.check().execute();
        assertThat(fake.requests().count("customFields.list")).isZero();
        assertThat(members.operations()).doesNotContain("customFields.list");
    }

    @Test
    void aFieldIsKnownByKeyByPrefixedKeyAndById() {
        fake.members().add(FakeMember.of("m1", null, "Ann").withPlan("gold"));
        String id = fake.contacts().fieldId("membership_plan");
        for (String name : List.of("membership_plan", "contact.membership_plan", id)) {
            MembersApi members = Fakes.members(fake, TAGGED.withPlan(MemberField.custom(name)));
            assertThat(members.find("m1").execute().orElseThrow().planId()).contains("gold");
        }
    }

    @Test
    void aFieldThatIsNotThereIsNamedWithThoseThatAre() {
        MembersApi members = Fakes.members(fake, TAGGED.withPlan(MemberField.custom("plann")));
        assertThatThrownBy(() -> members.list().iterator().next())
                .isInstanceOf(UnknownCustomFieldException.class)
                .hasMessageContaining("\"plann\"")
                .hasMessageContaining("membership_plan");
        assertThatThrownBy(() -> members.check().executeAsync().join())
                .hasCauseInstanceOf(UnknownCustomFieldException.class);
        assertThat(fake.requests().count("contacts.search")).isZero();
    }

    @Test
    void aFieldThatIsMadeLaterIsSeenByTheNextCall() {
        fake.members().add(FakeMember.of("m1", null, "Ann"));
        MembersApi members = Fakes.members(fake, TAGGED.withPlan(MemberField.custom("tier")));
        assertThatThrownBy(() -> members.find("m1").execute()).isInstanceOf(UnknownCustomFieldException.class);
        fake.contacts().field("m1", "tier", "gold");
        assertThat(members.find("m1").execute().orElseThrow().planId()).contains("gold");
    }

    @Test
    void aFailedReadOfTheFieldsIsNotRemembered() {
        ScriptedTransport transport = Scripts.replies(500, "")
                .reply(200, "{\"customFields\":[{\"id\":\"f1\",\"fieldKey\":\"contact.plan\"}]}")
                .reply(200, "{\"contact\":{\"id\":\"c1\",\"tags\":[\"member\"],\"customFields\":[]}}");
        MembersApi members = scripted(transport, TAGGED.withPlan(MemberField.custom("plan")));
        assertThatThrownBy(() -> members.find("c1").execute()).isInstanceOf(ApiException.class);
        assertThat(members.find("c1").execute()).isPresent();
    }

    @Test
    void aLocationThatIsNotThereIsNoMissingMember() {
        ScriptedTransport transport = Scripts.replies(404, "{\"message\":\"Location not found\",\"statusCode\":404}");
        MembersApi members = scripted(transport, TAGGED.withPlan(MemberField.custom("plan")));
        assertThatThrownBy(() -> members.find("c1").execute()).isInstanceOf(NotFoundException.class);
    }

    @Test
    void customFieldsAreShownByTheirKeys() {
        fake.members().add(FakeMember.of("m1", null, "Ann Lee").withPlan("gold"));
        FakeRecord field = fake.records(RecordKind.CUSTOM_FIELD).all().get(1);
        Member member = Fakes.members(fake, Fakes.SETTINGS).find("m1").execute().orElseThrow();
        assertThat(field.text("fieldKey")).contains("contact.membership_plan");
        assertThat(member.extra())
                .containsEntry("membership_plan", "gold")
                .containsEntry("firstName", "Ann")
                .containsEntry("tags", List.of("member"));
        assertThat(member.toString()).doesNotContain("Ann").doesNotContain("gold");
    }

    @Test
    void withoutARuleEveryQuestionSaysWhatIsMissing() {
        MembersApi members = Scripts.highLevel(ScriptedTransport.create(), MembershipsProfile.HIGHLEVEL)
                .members();
        Map<String, Runnable> questions = Map.of(
                "list",
                members::list,
                "find",
                () -> members.find("x"),
                "withEmail",
                () -> members.withEmail("x"),
                "changedSince",
                () -> members.changedSince(Instant.EPOCH),
                "update",
                () -> members.update(UserUpdate.of("x")),
                "create",
                () -> members.create(ContactDraft.of("x")),
                "check",
                members::check,
                "operations",
                members::operations,
                "capabilities",
                members::capabilities);
        questions.forEach((name, question) -> assertThatThrownBy(question::run)
                .as(name)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("explicit rule")
                .hasMessageContaining("MemberRule.tag"));
    }

    private static MembersApi scripted(ScriptedTransport transport, MemberSettings settings) {
        return Scripts.highLevelBuilder(transport, MembershipsProfile.HIGHLEVEL)
                .members(settings)
                .build()
                .members();
    }
}
