package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.auth.Secret;
import dev.membersync.memberships.oauth.OAuthApp;
import dev.membersync.memberships.oauth.OAuthClient;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.testkit.FakeTicket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first workflow, unchanged, where members are contacts. */
class HighLevelTest {
    private static final int MEMBERS = 60;

    @TempDir
    private Path folder;

    private World world;

    @BeforeEach
    void open() {
        world = World.highLevel(folder, MEMBERS);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theSamePeopleAreRegisteredAsOnTheStandardService(@TempDir Path other) {
        try (World standard = new World(other, MEMBERS)) {
            standard.run("sync");
            Terminal sync = world.run("sync", "--json");

            assertThat(sync.status()).as(sync.err()).isEqualTo(1);
            assertThat(attendees(world)).containsExactlyInAnyOrderElementsOf(attendees(standard));
        }
    }

    @Test
    void planWritesNothingSyncWritesItAndTheNextSyncWritesNothing() {
        Terminal plan = world.run("plan", "--json");
        assertThat(world.fakes().accelevents().writes().isEmpty()).isTrue();

        Terminal sync = world.run("sync", "--json");
        int writes = world.fakes().accelevents().writes().count();
        Terminal again = world.run("sync", "--json");

        assertThat(sync.json()).containsEntry("digest", plan.json().get("digest"));
        assertThat(sync.count("created")).isPositive();
        assertThat(plan.json()).containsEntry("mails", (int) sync.count("created"));
        assertThat(world.fakes().accelevents().writes().count()).isEqualTo(writes);
        assertThat(again.count("created")).isZero();
        assertThat(world.fakes().memberships().writes().isEmpty()).isTrue();
    }

    @Test
    void contactsOutsideTheRuleAreInNeitherPlanNorSync() {
        Terminal plan = world.run("plan", "--json");
        world.run("sync");

        assertThat(plan.out()).doesNotContain("lead");
        assertThat(attendees(world)).noneMatch(person -> person.contains("lead"));
    }

    @Test
    void doctorFindsEverythingInPlace() {
        Terminal doctor = world.run("doctor");

        assertThat(doctor.status()).as(doctor.err()).isZero();
    }

    @Test
    void doctorNamesACustomFieldThatIsNotThere() {
        Terminal doctor =
                world.with("field:membership_plan", "field:membership_plam").run("doctor");

        assertThat(doctor.status()).isEqualTo(2);
        assertThat(doctor.err()).contains("memberships.members", "membership_plam");
    }

    @Test
    void withoutARuleNothingRunsAndTheReasonIsTold() {
        Terminal refused =
                world.with("members: {only: {tag: member}, ", "members: {").run("sync");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("memberships.members.only", "a rule must say which of them are members");
        assertThat(world.fakes().memberships().requests().count()).isZero();
    }

    @Test
    void aCustomFieldThatIsNotThereIsAMistakeOfTheConfiguration() {
        Terminal refused =
                world.with("field:membership_plan", "field:membership_plam").run("sync");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("membership_plam", "membership_plan");
        assertThat(world.fakes().accelevents().requests().count()).isZero();
    }

    @Test
    void aKeyWithoutTheScopeIsNamedBeforeTheFirstRecord() {
        Terminal refused = world.run(Map.of("LEFT_KEY", Fakes.BLIND_KEY, "RIGHT_KEY", World.RIGHT_CANARY), "sync");

        assertThat(refused.status()).isEqualTo(4);
        assertThat(refused.err()).contains("contacts.readonly missing");
        assertThat(world.fakes().accelevents().requests().count()).isZero();
    }

    @Test
    void theStandardServiceNamesItsScopeToo(@TempDir Path other) {
        try (World standard = new World(other, 3)) {
            Terminal refused =
                    standard.run(Map.of("LEFT_KEY", Fakes.BLIND_KEY, "RIGHT_KEY", World.RIGHT_CANARY), "sync");

            assertThat(refused.status()).isEqualTo(4);
            assertThat(refused.err()).contains("users.readonly missing");
            assertThat(standard.fakes().accelevents().requests().count()).isZero();
        }
    }

    @Test
    void anAppNeedsItsFirstRefreshTokenOnceAndKeepsThoseThatFollow() {
        Map<String, String> environment =
                Map.of("RIGHT_KEY", World.RIGHT_CANARY, "SECRET", Dialect.CLIENT_SECRET, "FIRST", firstRefreshToken());
        world.with(
                "apiKey: '${LEFT_KEY}'",
                "oauth: {clientId: " + Dialect.CLIENT_ID + ", clientSecret: '${SECRET}', refreshToken: '${FIRST}'}");

        Terminal sync = world.run(environment, "sync", "--json");
        world.fakes().memberships().oauth().expireAccessTokens();
        Terminal again = world.run(environment, "sync", "--json");
        world.fakes().memberships().oauth().expireAccessTokens();
        world.fakes().memberships().oauth().revokeRefreshTokens();
        Terminal lost = world.run(environment, "sync");

        assertThat(sync.count("created")).as(sync.err()).isPositive();
        assertThat(again.count("created")).as(again.err()).isZero();
        assertThat(lost.status()).isEqualTo(4);
        assertThat(lost.err()).contains("memberships.oauth", "delete the file ", "w.db.grants");
        assertThat(sync.err() + again.err() + lost.err()).doesNotContain(Dialect.CLIENT_SECRET);
    }

    @Test
    void aWrongSecretOfTheAppCostsNoToken() {
        String first = firstRefreshToken();
        world.with(
                "apiKey: '${LEFT_KEY}'",
                "oauth: {clientId: " + Dialect.CLIENT_ID + ", clientSecret: '${SECRET}', refreshToken: '${FIRST}'}");

        Terminal wrong =
                world.run(Map.of("RIGHT_KEY", World.RIGHT_CANARY, "SECRET", "mistyped", "FIRST", first), "doctor");
        Terminal right = world.run(
                Map.of("RIGHT_KEY", World.RIGHT_CANARY, "SECRET", Dialect.CLIENT_SECRET, "FIRST", first), "doctor");

        assertThat(wrong.status()).isEqualTo(4);
        assertThat(wrong.err()).contains("keep the stored tokens").doesNotContain("delete the folder", "mistyped");
        assertThat(right.status()).as(right.err()).isZero();
    }

    @Test
    void aWrongLocationIsBlamedOnItsKey() {
        Terminal refused = world.with(Dialect.LOCATION, "aaaaaaaaaaaaaaaaaaaa").run("doctor");

        assertThat(refused.status()).isEqualTo(4);
        assertThat(refused.err()).contains("memberships.locationId");
    }

    private String firstRefreshToken() {
        OAuthApp app = new OAuthApp(Dialect.CLIENT_ID, Secret.of(Dialect.CLIENT_SECRET));
        try (OAuthClient oauth = OAuthClient.builder(MembershipsProfile.HIGHLEVEL, app)
                .baseUrl(URI.create(world.fakes().membershipsUrl()))
                .build()) {
            String code = world.fakes().memberships().oauth().authorize(Dialect.CLIENT_ID);
            return oauth.exchange(Secret.of(code))
                    .execute()
                    .refreshToken()
                    .orElseThrow()
                    .reveal();
        }
    }

    private static List<String> attendees(World world) {
        return world.fakes().accelevents().event("spring-summit").attendees().stream()
                .map(HighLevelTest::person)
                .toList();
    }

    private static String person(FakeTicket ticket) {
        return ticket.firstName() + " " + ticket.lastName() + " <" + ticket.email() + "> " + ticket.typeId() + " "
                + ticket.answer("Membership Status");
    }
}
