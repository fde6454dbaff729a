package dev.membersync.memberships;

import dev.membersync.client.auth.Grant;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.auth.TokenProvider;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.policy.RetryPolicy;
import dev.membersync.memberships.oauth.OAuthApp;
import dev.membersync.memberships.oauth.OAuthClient;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeRecord;
import dev.membersync.testkit.FakeRecords;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.RecordKind;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The client before the stateful fake of HighLevel, over real connections: location {@code loc1} of {@code comp1}. */
final class HighLevelStage implements AutoCloseable {

    static final String APP = "64c0e3a1b2c3d4e5f6a7b8c9-abcd1234";
    static final String SECRET = "5a4b";

    final FakeMemberships fake;
    final MembershipsClient client;
    private final MembershipsProfile profile;
    private final FakeServer server;

    HighLevelStage(MembershipsProfile profile) {
        this.profile = profile;
        String[] scopes = MembershipsProfile.HIGHLEVEL.operations().stream()
                .flatMap(operation -> operation.scope().stream())
                .distinct()
                .toArray(String[]::new);
        fake = FakeMemberships.builder()
                .highLevel("loc1", "comp1")
                .apiKey("pit-here", scopes)
                .companyKey("pit-agency", scopes)
                .app(APP, SECRET, "https://app.example/back", scopes)
                .build();
        server = FakeServer.start(fake, 0);
        client = client(TokenProvider.fixed(Secret.of("pit-here")));
    }

    /** The client with a Private Integration Token of the company. */
    MembershipsClient agency() {
        return client(TokenProvider.fixed(Secret.of("pit-agency")));
    }

    /** The client with an OAuth token of the company. */
    MembershipsClient agencyApp() {
        Grant grant =
                oauth().exchange(Secret.of(fake.oauth().authorizeCompany(APP))).execute();
        return client(TokenProvider.fixed(grant.accessToken()));
    }

    OAuthClient oauth() {
        return OAuthClient.builder(profile, new OAuthApp(APP, Secret.of(SECRET)))
                .baseUrl(URI.create(server.url()))
                .build();
    }

    MembershipsClient client(TokenProvider tokens) {
        return MembershipsClient.builder(profile)
                .baseUrl(URI.create(server.url()))
                .tokens(tokens)
                .locationId("loc1")
                .companyId("comp1")
                .members(MemberSettings.only(MemberRule.tag("member")))
                .staffWrites(Contract.ALL_STAFF_WRITES)
                .rateBudget(RateBudget.unlimited())
                .retry(RetryPolicy.none())
                .build();
    }

    FakeRecords records(RecordKind kind) {
        return fake.records(kind);
    }

    /** The id of a new record. */
    String add(RecordKind kind, Map<String, ?> values) {
        return records(kind).add(values).id();
    }

    /** The id of a new contact, {@code Ann Lee}, a member. */
    String ann() {
        return fake.contacts().add("Ann", "Lee", "ann@example.org", "member").id();
    }

    FakeRecord record(RecordKind kind, String id) {
        return records(kind).find(id).orElseThrow();
    }

    Optional<FakeRecord> gone(RecordKind kind, String id) {
        return records(kind).find(id);
    }

    /** Method and path, variables without names, of what was asked and answered well. */
    Set<String> answered() {
        return fake.requests().entries().stream()
                .filter(entry -> entry.status() / 100 == 2)
                .map(entry -> form(entry.method(), entry.template()))
                .collect(Collectors.toSet());
    }

    /** The same form of an operation. */
    static String form(String method, String template) {
        return method + " " + template.replaceAll("\\{[^}]*}", "{}");
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
