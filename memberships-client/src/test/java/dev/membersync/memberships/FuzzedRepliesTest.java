package dev.membersync.memberships;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.error.ApiException;
import dev.membersync.client.http.Headers;
import dev.membersync.client.http.Reply;
import dev.membersync.client.policy.RetryPolicy;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.memberships.oauth.OAuthApp;
import dev.membersync.memberships.oauth.OAuthClient;
import dev.membersync.memberships.payment.PaymentDraft;
import dev.membersync.memberships.payment.PaymentStatus;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.property.Bounded;
import dev.membersync.property.Hostile;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The readers without a contract table of their own: damaged replies give a value or one typed error. */
class FuzzedRepliesTest {
    private static final int DAMAGES = 400;
    private static final String USER = "{\"userId\":\"u1\",\"email\":\"ann@example.com\",\"fullName\":\"Ann Lee\","
            + "\"status\":\"active\",\"planId\":\"gold\",\"dateUpdated\":\"2026-01-02T03:04:05.678Z\"}";
    private static final String CONTACT = "{\"id\":\"c1\",\"email\":\"ann@example.com\",\"firstName\":\"Ann\","
            + "\"lastName\":\"Lee\",\"tags\":[\"member\",\"status:active\",\"plan:gold\"],"
            + "\"dateUpdated\":\"2026-01-02T03:04:05.678Z\",\"customFields\":[{\"id\":\"f1\",\"value\":\"x\"}],"
            + "\"searchAfter\":[1700475816515,\"c1\"]}";
    private static final String GRANT = "{\"access_token\":\"at\",\"token_type\":\"Bearer\",\"expires_in\":86399,"
            + "\"refresh_token\":\"rt\",\"scope\":\"users.readonly contacts.readonly\",\"userType\":\"Location\","
            + "\"locationId\":\"loc1\",\"companyId\":\"comp1\",\"userId\":\"u1\"}";
    private static final String INSTALLED = "{\"locations\":[{\"_id\":\"loc1\",\"name\":\"Club\",\"address\":\"x\","
            + "\"isInstalled\":true}],\"count\":1,\"installToFutureLocations\":false}";
    private static final PaymentDraft PAYMENT =
            new PaymentDraft("p1", new BigDecimal("19.90"), PaymentStatus.PAID, "u1");

    private record Row(String name, String reply, Function<ScriptedTransport, Object> act) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Row> rows() {
        return List.of(
                new Row(
                        "users.list",
                        "{\"users\":[" + USER + "],\"total\":1}",
                        to -> standard(to).users().list().stream().toList()),
                new Row(
                        "users.get",
                        "{\"user\":" + USER + "}",
                        to -> standard(to).users().user("u1").execute()),
                new Row(
                        "payments.record",
                        "{\"paymentId\":\"p1\",\"amount\":19.90,\"status\":\"paid\",\"userId\":\"u1\"}",
                        to -> standard(to).payments().record(PAYMENT).execute()),
                new Row(
                        "members of users",
                        "{\"users\":[" + USER + "],\"total\":1}",
                        to -> standard(to).members().list().stream().toList()),
                new Row(
                        "members of contacts",
                        "{\"contacts\":[" + CONTACT + "],\"total\":1}",
                        to -> members(to).list().stream().toList()),
                new Row(
                        "member of contacts",
                        "{\"contact\":" + CONTACT + "}",
                        to -> members(to).find("c1").execute()),
                new Row(
                        "oauth.exchange",
                        GRANT,
                        to -> oauth(to).exchange(Secret.of("code")).execute()),
                new Row(
                        "oauth.refresh",
                        GRANT,
                        to -> oauth(to).refresh(Secret.of("rt")).execute()),
                new Row(
                        "oauth.reconnect",
                        "{\"authorizationCode\":\"code\",\"expiresIn\":30}",
                        to -> oauth(to).reconnectLocation("loc1").execute()),
                new Row(
                        "oauth.locationToken",
                        GRANT,
                        to -> highLevel(to).oauth().locationToken("loc1").execute()),
                new Row(
                        "oauth.installedLocations",
                        INSTALLED,
                        to -> highLevel(to).oauth().installedLocations("app1").stream()
                                .toList()));
    }

    @Tag("fuzz")
    @ParameterizedTest
    @MethodSource("rows")
    void aDamagedReplyIsAValueOrOneTypedError(Row row) {
        int values = 0;
        for (long seed = 0; seed < Bounded.rounds(DAMAGES); seed++) {
            byte[] damaged = seed % 2 == 0
                    ? new ReplyFuzz(seed).damage(row.reply()).getBytes(StandardCharsets.UTF_8)
                    : Hostile.bytes(new SplittableRandom(seed), List.of(row.reply()));
            Reply reply = new Reply(200, Headers.none(), damaged, Duration.ZERO);
            try {
                boolean read = Bounded.read(
                        damaged,
                        () -> assertThat(String.valueOf(row.act().apply(ScriptedTransport.answering(request -> reply))))
                                .isNotNull(),
                        ApiException.class);
                values += read ? 1 : 0;
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertThat(values).isGreaterThan(DAMAGES / 10);
    }

    private static MembershipsClient standard(ScriptedTransport transport) {
        return Scripts.client(transport);
    }

    private static MembershipsClient highLevel(ScriptedTransport transport) {
        return Scripts.highLevel(transport, MembershipsProfile.HIGHLEVEL);
    }

    private static MembersApi members(ScriptedTransport transport) {
        MemberSettings settings = MemberSettings.only(new MemberRule.Tag("member"))
                .withStatus(new MemberField.TagPrefix("status:"))
                .withPlan(new MemberField.TagPrefix("plan:"));
        return Scripts.highLevelBuilder(transport, MembershipsProfile.HIGHLEVEL)
                .members(settings)
                .build()
                .members();
    }

    private static OAuthClient oauth(ScriptedTransport transport) {
        return OAuthClient.builder(MembershipsProfile.HIGHLEVEL, new OAuthApp("app1-x", Secret.of("s")))
                .transport(transport)
                .retry(RetryPolicy.none())
                .time(ManualTime.create())
                .build();
    }
}
