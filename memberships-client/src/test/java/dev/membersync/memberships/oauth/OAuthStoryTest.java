package dev.membersync.memberships.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.auth.RenewingTokens;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.auth.TokenProvider;
import dev.membersync.client.auth.TokenStore;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.AuthException.Reason;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.policy.RetryPolicy;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.memberships.MemberRule;
import dev.membersync.memberships.MemberSettings;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Access from consent to reconnect, over real connections with the stateful fake of the live service. */
class OAuthStoryTest {

    private static final int THREADS = 64;
    private static final String APP = "64c0e3a1b2c3d4e5f6a7b8c9-abcd1234";
    private static final URI REDIRECT = URI.create("https://app.example/cb");

    private final ManualTime time = ManualTime.create();
    private final FakeMemberships fake = FakeMemberships.builder()
            .highLevel("loc1", "comp1")
            .time(time)
            .app(APP, "s3cret", REDIRECT.toString(), "contacts.readonly", "oauth.write", "oauth.readonly")
            .build();
    private final TokenStore store = TokenStore.inMemory();
    private FakeServer server;
    private OAuthClient oauth;

    @BeforeEach
    void start() {
        server = FakeServer.start(fake, 0);
        oauth = OAuthClient.builder(MembershipsProfile.HIGHLEVEL, new OAuthApp(APP, Secret.of("s3cret")))
                .baseUrl(URI.create(server.url()))
                .rateBudget(RateBudget.unlimited())
                .retry(RetryPolicy.none())
                .time(time)
                .build();
    }

    @AfterEach
    void stop() {
        oauth.close();
        server.close();
    }

    @Test
    void aPersonConnectsAndAnExpiredTokenIsRenewedOnce() {
        connect();
        try (var client = client(oauth.tokens(store, "loc1"))) {
            read(client);
            long before = fake.oauth().tokenCalls();
            time.advance(Duration.ofDays(1));
            read(client);
            read(client);
            assertThat(fake.oauth().tokenCalls() - before).isEqualTo(1);
        }
    }

    @Test
    void sixtyFourThreadsOnAnExpiredTokenRenewItOnce() throws Exception {
        connect();
        time.advance(Duration.ofDays(1));
        long before = fake.oauth().tokenCalls();
        try (var client = client(oauth.tokens(store, "loc1"))) {
            readOn64Threads(client);
        }
        assertThat(fake.oauth().tokenCalls() - before).isEqualTo(1);
    }

    @Test
    void sixtyFourThreadsOnARevokedTokenRenewItOnce() throws Exception {
        connect();
        try (var client = client(oauth.tokens(store, "loc1"))) {
            read(client);
            revoke();
            long before = fake.oauth().tokenCalls();
            readOn64Threads(client);
            assertThat(fake.oauth().tokenCalls() - before).isEqualTo(1);
        }
    }

    @Test
    void aRevokedTokenCostsOneRenewalAndOneReplay() {
        connect();
        try (var client = client(oauth.tokens(store, "loc1"))) {
            read(client);
            revoke();
            fake.requests().clear();
            read(client);
            assertThat(fake.oauth().tokenCalls()).isEqualTo(1);
            assertThat(fake.requests().count("contacts.search")).isEqualTo(2);
        }
    }

    @Test
    void aLostAnswerIsAskedForAgainWithinTheGrace() {
        connect();
        time.advance(Duration.ofDays(1));
        fake.faults(FaultPlan.nth("oauth.token", 1, Fault.DROP_AFTER));
        try (var client = client(oauth.tokens(store, "loc1"))) {
            read(client);
        }
    }

    @Test
    void anAnswerLostForLongerThanTheGraceNeedsAPerson() {
        connect();
        time.advance(Duration.ofDays(1));
        fake.faults(FaultPlan.script("oauth.token", Fault.DROP_AFTER, Fault.DROP_AFTER));
        RenewingTokens tokens = oauth.tokens(store, "loc1");
        assertThatThrownBy(() -> tokens.token(Optional.empty()).join()).isInstanceOf(CompletionException.class);
        time.advance(Duration.ofSeconds(31));
        try (var client = client(oauth.tokens(store, "loc1"))) {
            assertThatThrownBy(() -> read(client))
                    .isInstanceOfSatisfying(
                            AuthException.class, e -> assertThat(e.reason()).isEqualTo(Reason.RECONNECT_NEEDED))
                    .hasMessageContaining("was lost")
                    .hasMessageNotContaining("s3cret");
        }
    }

    @Test
    void aReconnectGivesALostRefreshTokenBack() {
        connect();
        fake.oauth().revokeRefreshTokens();
        time.advance(Duration.ofDays(1));
        Secret code = oauth.reconnectLocation("loc1").execute();
        store.save("loc1", oauth.exchange(code).execute());
        try (var client = client(oauth.tokens(store, "loc1"))) {
            read(client);
        }
    }

    @Test
    void aLocationTokenIsMintedFromTheCompanysAndAgainWhenItEnds() {
        connectCompany();
        RenewingTokens company = oauth.tokens(store, "comp1");
        try (var client = client(oauth.locationTokens(company, "comp1", "loc1", store))) {
            read(client);
            time.advance(Duration.ofDays(1));
            read(client);
        }
        assertThat(fake.requests().count("oauth.locationToken")).isEqualTo(2);
    }

    @Test
    void aCompanysRevokedTokenIsRenewedBeforeALocationsIsMinted() {
        connectCompany();
        fake.oauth()
                .revoke(store.find("comp1").orElseThrow().grant().accessToken().reveal());
        RenewingTokens company = oauth.tokens(store, "comp1");
        try (var client = client(oauth.locationTokens(company, "comp1", "loc1", store))) {
            read(client);
        }
    }

    @Test
    void aScopeThatWasNotGrantedIsNamedBeforeAnythingIsSent() {
        connect();
        fake.requests().clear();
        try (var client = client(oauth.tokens(store, "loc1"))) {
            assertThatThrownBy(() -> client.checkScopes(List.of("users.search", "users.get")))
                    .isInstanceOfSatisfying(
                            AuthException.class, e -> assertThat(e.reason()).isEqualTo(Reason.SCOPE_MISSING))
                    .hasMessageContaining("users.readonly missing for users.search and users.get");
        }
        assertThat(fake.requests().count()).isZero();
    }

    @Test
    void knownScopesThatSufficeCostNoCall() {
        connect();
        fake.requests().clear();
        try (var client = client(oauth.tokens(store, "loc1"))) {
            client.checkAccess();
        }
        assertThat(fake.requests().count()).isZero();
    }

    private void connect() {
        grant("loc1", fake.oauth().authorize(APP));
    }

    private void connectCompany() {
        grant("comp1", fake.oauth().authorizeCompany(APP));
    }

    private void grant(String key, String code) {
        Authorization consent = oauth.authorize(AuthorizationRequest.of(REDIRECT, "contacts.readonly"));
        URI back = URI.create(
                REDIRECT + "?code=" + code + "&state=" + consent.state().reveal());
        store.save(key, oauth.exchange(consent, consent.code(back)).execute());
    }

    private void revoke() {
        fake.oauth()
                .revoke(store.find("loc1").orElseThrow().grant().accessToken().reveal());
    }

    private static void read(MembershipsClient client) {
        assertThat(client.members().list().stream()).isEmpty();
    }

    private static void readOn64Threads(MembershipsClient client) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch ready = new CountDownLatch(THREADS);
            List<Future<?>> reading = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                reading.add(pool.submit(() -> {
                    ready.countDown();
                    ready.await();
                    read(client);
                    return null;
                }));
            }
            for (Future<?> each : reading) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private MembershipsClient client(TokenProvider tokens) {
        return MembershipsClient.builder(MembershipsProfile.HIGHLEVEL)
                .baseUrl(URI.create(server.url()))
                .locationId("loc1")
                .members(MemberSettings.only(MemberRule.tag("member")))
                .tokens(tokens)
                .rateBudget(RateBudget.unlimited())
                .retry(RetryPolicy.none())
                .time(time)
                .build();
    }
}
