package dev.membersync.accelevents.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Headers;
import dev.membersync.client.webhook.Delivery;
import dev.membersync.client.webhook.IpAllowList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HintReceiverTest {
    private static final String KEY = "0123456789abcdef";
    private static final String OLD_KEY = "fedcba9876543210";
    private static final Secret SECRET = Secret.of(KEY);
    private static final Secret OLD = Secret.of(OLD_KEY);
    private static final String CHECK_IN = "{\"topic\":\"CHECK_IN\",\"barcode\":\"B1\"}";

    private final List<List<WebhookHint>> handled = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "/hooks/0123456789abcdef, 200",
        "/hooks/fedcba9876543210, 200",
        "/hooks, 401",
        "/hooks/, 401",
        "/hooks/0123456789abcdeF, 401",
        "/hooks/0123456789abcde, 401",
        "/hooks/0123456789abcdef0, 401",
        "/hooks/0123456789abcdef/0123456789abcdef, 401",
        "/hooks/0123456789abcdef/fedcba9876543210, 401",
        "/hooks?0123456789abcdef, 401",
        "/hooks?key=0123456789abcdef, 401"
    })
    void theSecretInThePath(String target, int status) {
        HintReceiver receiver = HintReceiver.builder().secretInPath(SECRET, OLD).build();
        assertAnswer(receiver, delivery(CHECK_IN).at(target), status);
    }

    @ParameterizedTest
    @CsvSource({
        "/hooks?key=0123456789abcdef, 200",
        "/hooks?key=fedcba9876543210, 200",
        "/hooks?v=2&key=0123456789abcdef, 200",
        "/hooks, 401",
        "/hooks?key=, 401",
        "/hooks?key=0123456789abcdeF, 401",
        "/hooks?key=0123456789abcde, 401",
        "/hooks?key=0123456789abcdef0, 401",
        "/hooks?key=0123456789abcdef&key=0123456789abcdef, 401",
        "/hooks?key=0123456789abcdef&key=wrong, 401",
        "/hooks?token=0123456789abcdef, 401",
        "/hooks/0123456789abcdef, 401"
    })
    void theSecretInTheQuery(String target, int status) {
        HintReceiver receiver =
                HintReceiver.builder().secretInQuery("key", SECRET, OLD).build();
        assertAnswer(receiver, delivery(CHECK_IN).at(target), status);
    }

    @ParameterizedTest
    @CsvSource({
        "0123456789abcdef, '', 200",
        "fedcba9876543210, '', 200",
        "'', '', 401",
        "0123456789abcdeF, '', 401",
        "0123456789abcde, '', 401",
        "0123456789abcdef0, '', 401",
        "0123456789abcdef, 0123456789abcdef, 401",
        "0123456789abcdef, wrong, 401"
    })
    void theSecretInAHeader(String first, String second, int status) {
        HintReceiver receiver =
                HintReceiver.builder().secretInHeader("X-Hook", SECRET, OLD).build();
        Headers headers =
                second.isEmpty() ? Headers.of("x-hook", first) : Headers.of("x-hook", first, "X-Hook", second);
        assertAnswer(receiver, Delivery.of(headers, bytes(CHECK_IN)), status);
    }

    @Test
    void withoutTheHeaderNothingPasses() {
        HintReceiver receiver =
                HintReceiver.builder().secretInHeader("X-Hook", SECRET).build();
        assertAnswer(receiver, delivery(CHECK_IN).at("/hooks/" + KEY), 401);
    }

    @ParameterizedTest
    @CsvSource({
        "/hooks/0123456789abcdef?key=fedcba9876543210, 200",
        "/hooks/0123456789abcdef, 401",
        "/hooks?key=fedcba9876543210, 401",
        "/hooks/0123456789abcdef?key=0123456789abcdef, 401"
    })
    void everyPlaceThatIsSetMustHold(String target, int status) {
        HintReceiver receiver = HintReceiver.builder()
                .secretInPath(SECRET)
                .secretInQuery("key", OLD)
                .build();
        assertAnswer(receiver, delivery(CHECK_IN).at(target), status);
    }

    @Test
    void anAnswerNeverSaysWhatIsWrongWithASecret() {
        HintReceiver receiver = inPath().build();
        assertThat(receive(receiver, delivery(CHECK_IN)))
                .isEqualTo(receive(receiver, delivery(CHECK_IN).at("/hooks/wrong")));
        assertThat(receive(receiver, delivery(CHECK_IN)).toString()).isEqualTo("Unauthorized[]");
    }

    @Test
    void aReceiverWithoutSecretIsNotBuilt() {
        HintReceiverBuilder builder = HintReceiver.builder().allowFrom(IpAllowList.of(List.of("192.0.2.1")));
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("secretInPath")
                .hasMessageContaining("openssl rand -hex 32");
    }

    @Test
    void aShortSecretIsRefusedWithARecipeAndNotRepeated() {
        Secret brief = Secret.of("0123456789abcde");
        HintReceiverBuilder builder = HintReceiver.builder();
        for (org.assertj.core.api.ThrowableAssert.ThrowingCallable setting :
                List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                        () -> builder.secretInPath(SECRET, brief),
                        () -> builder.secretInQuery("key", brief),
                        () -> builder.secretInHeader("X-Hook", brief))) {
            assertThatThrownBy(setting)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("16 characters")
                    .hasMessageContaining("openssl rand -hex 32")
                    .hasMessageNotContaining("0123456789");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef/", "0123456789abc%2F", "0123456789abcdef+=", "0123456789 abcdef"})
    void aSecretThatAUrlWouldEncodeIsRefusedThere(String text) {
        HintReceiverBuilder builder = HintReceiver.builder();
        assertThatThrownBy(() -> builder.secretInPath(Secret.of(text))).hasMessageContaining("letters");
        assertThatThrownBy(() -> builder.secretInQuery("key", Secret.of(text))).hasMessageContaining("letters");
        assertThat(builder.secretInHeader("X-Hook", Secret.of(text)).build()).isNotNull();
    }

    @Test
    void noSecretAtAllIsRefused() {
        assertThatThrownBy(() -> HintReceiver.builder().secretInPath()).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.7, 200", "203.0.113.1, 403", "not an address, 403"})
    void anAddressOutsideTheListIsRefusedBeforeTheSecretIsLookedAt(String address, int status) {
        HintReceiver receiver =
                inPath().allowFrom(IpAllowList.of(List.of("192.0.2.0/24"))).build();
        assertAnswer(receiver, genuine(CHECK_IN).from(address), status);
        assertThat(receive(receiver, delivery(CHECK_IN).from(address)).status()).isEqualTo(status == 200 ? 401 : 403);
    }

    @Test
    void aListedAddressIsNoSecret() {
        HintReceiver receiver =
                inPath().allowFrom(IpAllowList.of(List.of("192.0.2.0/24"))).build();
        assertAnswer(receiver, delivery(CHECK_IN).at("/hooks").from("192.0.2.7"), 401);
    }

    @Test
    void anOversizeBodyIs413() {
        HintReceiver receiver = inPath().largestBody(20).build();
        assertThat(receive(receiver, genuine("{}" + " ".repeat(18))).status()).isEqualTo(200);
        assertThat(receive(receiver, genuine("{}" + " ".repeat(19))).status()).isEqualTo(413);
    }

    @Test
    void theDefaultLimitIsOneMebibyte() {
        HintReceiver receiver = inPath().build();
        String filler = " ".repeat((1 << 20) - 2);
        assertThat(receive(receiver, genuine("{}" + filler)).status()).isEqualTo(200);
        assertThat(receive(receiver, genuine("{}" + filler + " ")).status()).isEqualTo(413);
    }

    @Test
    void f21AHandlerThatFailsAsksToComeAgainAndLosesNothing() {
        HintReceiver receiver = inPath().retryAfter(Duration.ofSeconds(7)).build();
        HintReceipt receipt = receiver.receive(genuine(CHECK_IN), hints -> {
            throw new IOException("jane@example.org: disk full");
        });
        assertThat(receipt.status()).isEqualTo(503);
        assertThat(receipt.retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(receipt.toString()).doesNotContain("jane");
        assertThat(receive(receiver, genuine(CHECK_IN)))
                .isInstanceOfSatisfying(
                        HintReceipt.Accepted.class,
                        again -> assertThat(again.repeated()).isFalse());
        assertThat(handled).hasSize(1);
        assertThat(receiver.counters()).isEqualTo(new HintCounters(1, 0, 0, 0, 0, 0, 1));
    }

    @Test
    void anInterruptedHandlerAsksToComeAgainAndTheThreadStaysInterrupted() {
        HintReceipt receipt = inPath().build().receive(genuine(CHECK_IN), hints -> {
            throw new InterruptedException();
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(receipt.status()).isEqualTo(503);
    }

    @Test
    void anExceptionOfTheHandlerIsNoMalformedBody() {
        HintReceipt receipt = inPath().build().receive(genuine(CHECK_IN), hints -> {
            throw new dev.membersync.client.internal.UnreadableException("the store's own");
        });
        assertThat(receipt.status()).isEqualTo(503);
    }

    @Test
    void f15ARepeatedDeliveryIsHandedOnAgainAndCounted() {
        HintReceiver receiver = inPath().build();
        assertThat(receive(receiver, genuine(CHECK_IN))).isInstanceOf(HintReceipt.Accepted.class);
        assertThat(receive(receiver, genuine(CHECK_IN))).isInstanceOfSatisfying(HintReceipt.Accepted.class, again -> {
            assertThat(again.repeated()).isTrue();
            assertThat(again.status()).isEqualTo(200);
        });
        assertThat(handled).hasSize(2);
        assertThat(receiver.counters().accepted()).isEqualTo(2);
        assertThat(receiver.counters().repeated()).isEqualTo(1);
    }

    @Test
    void onlyTheLastThousandBodiesAreRemembered() {
        HintReceiver receiver = inPath().build();
        for (int i = 0; i <= 1_000; i++) {
            receive(receiver, genuine("{\"orderId\":" + (i + 1) + "}"));
        }
        receive(receiver, genuine("{\"orderId\":2}"));
        assertThat(receiver.counters().repeated()).isEqualTo(1);
        receive(receiver, genuine("{\"orderId\":1}"));
        assertThat(receiver.counters().repeated()).isEqualTo(1);
    }

    @Test
    void severalHintsOfOneBodyComeInOneCall() {
        receive(inPath().build(), genuine("[{\"barcode\":\"A\"},{\"barcode\":\"B\"},{\"barcode\":\"A\"}]"));
        assertThat(handled).hasSize(1);
        assertThat(handled.get(0)).hasSize(2);
    }

    @Test
    void anEmptyListIsAcceptedAndNothingToHandle() {
        assertThat(receive(inPath().build(), genuine("[]")).status()).isEqualTo(200);
        assertThat(handled).isEmpty();
    }

    @Test
    void everyWayToEndIsCountedOnce() {
        HintReceiver receiver =
                inPath().allowFrom(IpAllowList.of(List.of("192.0.2.1"))).build();
        receive(receiver, genuine(CHECK_IN).from("192.0.2.1"));
        receive(receiver, genuine("{\"topic\":\"PING\"}").from("192.0.2.1"));
        receive(receiver, delivery(CHECK_IN).from("192.0.2.1"));
        receive(receiver, genuine(CHECK_IN).from("192.0.2.2"));
        receive(receiver, genuine("{").from("192.0.2.1"));
        assertThat(receiver.counters()).isEqualTo(new HintCounters(2, 0, 1, 1, 1, 1, 0));
    }

    private void assertAnswer(HintReceiver receiver, Delivery delivery, int status) {
        assertThat(receive(receiver, delivery).status()).isEqualTo(status);
        assertThat(handled).hasSize(status == 200 ? 1 : 0);
    }

    private HintReceipt receive(HintReceiver receiver, Delivery delivery) {
        return receiver.receive(delivery, handled::add);
    }

    private static HintReceiverBuilder inPath() {
        return HintReceiver.builder().secretInPath(SECRET);
    }

    private static Delivery genuine(String body) {
        return delivery(body).at("/hooks/" + KEY);
    }

    private static Delivery delivery(String body) {
        return Delivery.of(Headers.none(), bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
