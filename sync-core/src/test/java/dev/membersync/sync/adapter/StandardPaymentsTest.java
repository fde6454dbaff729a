package dev.membersync.sync.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Headers;
import dev.membersync.client.http.Reply;
import dev.membersync.client.http.Request;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.sync.adapter.PaymentSink.Told;
import dev.membersync.sync.payment.FactKey;
import dev.membersync.sync.payment.FactKind;
import dev.membersync.sync.payment.Money;
import dev.membersync.sync.payment.OrderStanding;
import dev.membersync.sync.payment.PaymentRow;
import dev.membersync.sync.payment.PaymentState;
import dev.membersync.sync.payment.Telling;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What of a payment goes over the wire on STANDARD. */
final class StandardPaymentsTest {
    private final List<Request> sent = new ArrayList<>();

    private Told tell(int status, PaymentState state, Money net) {
        try (MembershipsClient client = MembershipsClient.builder(MembershipsProfile.STANDARD)
                .baseUrl(URI.create("https://memberships.example.org"))
                .apiKey(Secret.of("members-key"))
                .transport((request, deadline) -> {
                    sent.add(request);
                    return new Reply(status, Headers.of(Map.of()), new byte[0], Duration.ZERO);
                })
                .build()) {
            OrderStanding standing =
                    new OrderStanding(new FactKey("accelevents", "gala/77", FactKind.CHARGE), "77", 1, 0, state, net);
            return StandardPayments.of(client)
                    .tell(
                            PaymentRow.seen("gala/77", standing).sending(new Telling("m1", net, state), Instant.EPOCH),
                            1,
                            Optional.empty());
        }
    }

    private static String body(Request request) {
        return new String(request.body().orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void exactlyTheFourKeysGoOutAndTheKeyIsAHeaderToo() {
        assertThat(tell(201, PaymentState.PARTIALLY_REFUNDED, Money.ofMinor(1210, "USD")))
                .isEqualTo(Told.RECORDED);

        assertThat(sent).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.uri().getPath()).isEqualTo("/payments");
            assertThat(request.headers()).containsEntry("Idempotency-Key", "gala/77");
            assertThat(body(request))
                    .isEqualTo("{\"paymentId\":\"gala/77\",\"amount\":12.10,\"status\":\"partially_refunded\","
                            + "\"userId\":\"m1\"}");
        });
    }

    @Test
    void aConflictMeansThatTheKeyIsOnRecord() {
        assertThat(tell(409, PaymentState.PAID, Money.ofMinor(1210, "USD"))).isEqualTo(Told.KNOWN);
    }

    @Test
    void anAmountHasTheDecimalsOfItsCurrency() {
        tell(201, PaymentState.PAID, Money.ofMinor(1000, "JPY"));
        tell(201, PaymentState.REFUNDED, Money.ofMinor(0, "KWD"));

        assertThat(sent)
                .extracting(StandardPaymentsTest::body)
                .satisfiesExactly(
                        yen -> assertThat(yen).contains("\"amount\":1000,"),
                        dinar -> assertThat(dinar).contains("\"amount\":0.000,"));
    }
}
