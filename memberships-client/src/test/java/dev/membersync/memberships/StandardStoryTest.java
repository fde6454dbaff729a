package dev.membersync.memberships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.Change;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.policy.RetryPolicy;
import dev.membersync.memberships.payment.PaymentDraft;
import dev.membersync.memberships.payment.PaymentStatus;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.memberships.user.User;
import dev.membersync.memberships.user.UserUpdate;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import dev.membersync.testkit.MembershipsSwitches;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stories over real connections with the stateful fake of the STANDARD service. */
class StandardStoryTest {

    private static final RetryPolicy AT_ONCE = RetryPolicy.exponential(Duration.ofMillis(1), Duration.ofMillis(1))
            .upTo(2)
            .whenSafe();

    private final FakeMemberships fake = FakeMemberships.builder()
            .apiKey("full", "users.readonly", "users.write", "payments.write")
            .apiKey("blind", "payments.write")
            .build();
    private FakeServer server;

    @BeforeEach
    void start() {
        server = FakeServer.start(fake, 0);
        IntStream.rangeClosed(1, 250)
                .mapToObj(i -> FakeMember.of("u" + i, "u" + i + "@example.org", "Member " + i))
                .forEach(fake.members()::add);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(MembershipsSwitches.ListEnvelope.class)
    void listsEveryMemberWhateverTheEnvelope(MembershipsSwitches.ListEnvelope envelope) {
        fake.switches().listEnvelope(envelope);
        try (var client = client("full")) {
            assertThat(client.members().list().stream().map(Member::userId).distinct())
                    .hasSize(250);
        }
    }

    @Test
    void listsEveryMemberOfAServerThatDoesNotPage() {
        fake.switches().paging(MembershipsSwitches.Paging.NONE);
        try (var client = client("full")) {
            assertThat(client.members().list()).hasSize(250);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 101, 200})
    void listsEveryMemberWhereverTheLastPageEnds(int members) {
        IntStream.rangeClosed(members + 1, 250).forEach(i -> fake.members().delete("u" + i));
        try (var client = client("full")) {
            assertThat(client.members().list()).hasSize(members);
        }
    }

    @Test
    void aMemberListedTwiceComesTwice() {
        fake.members().duplicateRow("u1");
        try (var client = client("full")) {
            assertThat(client.members().list()).hasSize(251);
        }
    }

    @ParameterizedTest
    @EnumSource(MembershipsSwitches.ItemEnvelope.class)
    void updatesAndReadsBackWhateverTheEnvelope(MembershipsSwitches.ItemEnvelope envelope) {
        fake.switches().itemEnvelope(envelope);
        try (var client = client("full")) {
            client.users()
                    .update(UserUpdate.of("u7").withPlanId("gold").withRegistrationStatus("registered"))
                    .execute();
            User user = client.users().user("u7").execute();
            assertThat(user.planId()).contains("gold");
            assertThat(user.registrationStatus()).contains("registered");
        }
    }

    @Test
    void clearsAPlan() {
        try (var client = client("full")) {
            client.users().update(UserUpdate.of("u7").withPlanId("gold")).execute();
            client.users()
                    .update(UserUpdate.of("u7").withPlanId(Change.clear()))
                    .execute();
        }
        assertThat(fake.members().find("u7").orElseThrow().planId()).isNull();
    }

    @Test
    void recordsAPaymentOnceHoweverOftenItIsSent() {
        fake.switches().conflictOnRepeatedPayment(true);
        PaymentDraft draft = new PaymentDraft("p-1", new BigDecimal("19.90"), PaymentStatus.PAID, "u7");
        try (var client = client("full")) {
            assertThat(client.payments().record(draft).execute().alreadyRecorded())
                    .isFalse();
            assertThat(client.payments().record(draft).execute().alreadyRecorded())
                    .isTrue();
        }
        assertThat(fake.payments()).hasSize(1);
        assertThat(fake.payments().get(0).amount()).isEqualByComparingTo("19.90");
    }

    @Test
    void aPaymentWhoseAnswerIsLostIsRecordedOnce() {
        fake.faults(FaultPlan.nth("payments.record", 1, Fault.DROP_AFTER));
        PaymentDraft draft = new PaymentDraft("p-1", new BigDecimal("19.90"), PaymentStatus.PAID, "u7");
        try (var client = client("full")) {
            assertThat(client.payments().record(draft).execute().paymentId()).isEqualTo("p-1");
        }
        assertThat(fake.requests().count("payments.record")).isEqualTo(2);
        assertThat(fake.payments()).hasSize(1);
    }

    @Test
    void aMemberThatIsNotThereIsEmpty() {
        try (var client = client("full")) {
            assertThat(client.members().find("nobody").execute()).isEmpty();
        }
    }

    @Test
    void aKeyWithoutTheScopeIsToldItsName() {
        try (var client = client("blind")) {
            assertThatThrownBy(() -> client.users().user("u1").execute())
                    .isInstanceOf(AuthException.class)
                    .hasMessageContaining("users.readonly missing");
        }
    }

    @Test
    void readingWritesNothing() {
        try (var client = client("full")) {
            assertThat(client.members().list()).isNotEmpty();
        }
        assertThat(fake.writes().isEmpty()).isTrue();
    }

    private MembershipsClient client(String key) {
        return MembershipsClient.builder(MembershipsProfile.STANDARD)
                .baseUrl(URI.create(server.url()))
                .apiKey(Secret.of(key))
                .rateBudget(RateBudget.unlimited())
                .retry(AT_ONCE)
                .build();
    }
}
