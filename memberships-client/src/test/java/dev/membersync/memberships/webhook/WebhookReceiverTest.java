package dev.membersync.memberships.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Headers;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.client.webhook.Delivery;
import dev.membersync.client.webhook.IpAllowList;
import dev.membersync.client.webhook.SignatureVerifier;
import dev.membersync.client.webhook.Verdict;
import dev.membersync.memberships.profile.HighLevelSignatures;
import dev.membersync.memberships.profile.MembershipsProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookReceiverTest {
    private static final WebhookSigner SIGNER = WebhookSigner.ed25519();
    private static final String NOW = "2026-01-01T00:00:00Z";

    private final ManualTime time = ManualTime.create();
    private final WebhookReceiver receiver = builder()
            .locations(List.of("loc1"))
            .appId("app1")
            .replayWindow(Duration.ofMinutes(5))
            .build();

    @Test
    void w1ASignatureOverOtherBytesIsInvalidWhateverTheBodySays() {
        Delivery signed = SIGNER.delivery("not json");
        Receipt receipt = receiver.receive(Delivery.of(signed.headers(), bytes("not jsoN")));
        assertThat(receipt).isEqualTo(new Receipt.Invalid(Verdict.INVALID));
        assertThat(receipt.status()).isEqualTo(401);
    }

    @Test
    void w1ASeenIdIsADuplicateEvenWhenItIsStaleByNow() {
        assertThat(receive(contact("w", NOW, "loc1"))).isInstanceOf(Receipt.Accepted.class);
        time.advance(Duration.ofHours(1));
        Receipt again = receive(contact("w", NOW, "loc1"));
        assertThat(again).isEqualTo(new Receipt.Duplicate(false));
        assertThat(again.status()).isEqualTo(200);
    }

    @Test
    void w1AStaleDeliveryOfAnotherLocationIsStale() {
        Receipt receipt = receive(contact("w", "2026-01-01T00:05:00.001Z", "other"));
        assertThat(receipt).isInstanceOf(Receipt.Stale.class);
        assertThat(receipt.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01T00:05:00.001Z, loc1", "2026-01-01T00:00:00Z, other", "soon, loc1"})
    void w1OnlyAnAcceptedDeliveryStoresItsId(String timestamp, String location) {
        assertThat(receive(contact("w", timestamp, location))).isNotInstanceOf(Receipt.Accepted.class);
        assertThat(receive(contact("w", NOW, "loc1"))).isInstanceOf(Receipt.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31T23:55:00Z, Accepted",
        "2025-12-31T23:54:59.999Z, Stale",
        "2026-01-01T00:05:00Z, Accepted",
        "2026-01-01T00:05:00.001Z, Stale",
        "2026-01-01T01:00:00+01:00, Accepted",
        "+999999999-12-31T23:59:59Z, Stale"
    })
    void w2TheWindowHoldsItsEdgesOnBothSides(String timestamp, String outcome) {
        assertThat(receive(contact("w", timestamp, "loc1")).getClass().getSimpleName())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA", "", "N/A "})
    void w3AnyOtherSignatureTextIsInvalid(String signature) {
        Delivery delivery = Delivery.of(Headers.of(HighLevelSignatures.HEADER, signature), bytes("{}"));
        assertThat(receiver.receive(delivery)).isEqualTo(new Receipt.Invalid(Verdict.INVALID));
    }

    @Test
    void w4TheLastOfDoubledKeysCounts() {
        WebhookEvent event = accepted("{\"locationId\":\"other\",\"type\":\"ContactCreate\",\"id\":\"a\",\"id\":\"b\","
                + "\"locationId\":\"loc1\"}");
        assertThat(event.id()).contains("b");
    }

    @Test
    void w5AByteOrderMarkIsSignedAndSkipped() {
        assertThat(accepted("\uFEFF" + contact("w", NOW, "loc1")).id()).contains("c1");
    }

    @Test
    void w6AMissingTimestampPassesTheWindow() {
        assertThat(accepted("{\"locationId\":\"loc1\",\"webhookId\":\"w\"}")).isInstanceOf(WebhookEvent.Other.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"soon\"", "\"\"", "true", "{}", "[1]", "1e99999999", "1.5", "\"2026-01-01\""})
    void w6AnUnreadableTimestampIs400WithAndWithoutAWindow(String timestamp) {
        String body = "{\"locationId\":\"loc1\",\"timestamp\":" + timestamp + "}";
        assertThat(receive(body).status()).isEqualTo(400);
        assertThat(builder().build().receive(SIGNER.delivery(body)).status()).isEqualTo(400);
    }

    @Test
    void w6WithoutAnIdTheBodyIsTheKey() {
        String body = "{\"locationId\":\"loc1\"}";
        assertThat(receive(body)).isInstanceOf(Receipt.Accepted.class);
        assertThat(receive(body)).isEqualTo(new Receipt.Duplicate(false));
        assertThat(receive(body + " ")).isInstanceOf(Receipt.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"locationId\":\"loc2\"}",
                "{\"altId\":\"loc2\"}",
                "{\"data\":{\"id\":\"c\",\"locationId\":\"loc2\"}}",
                "{\"companyId\":\"co\"}",
                "{}",
                "{\"type\":\"INSTALL\",\"appId\":\"app2\",\"locationId\":\"loc1\"}"
            })
    void w7WhatIsNotOursHasNoEffectAndIsCounted(String body) {
        AtomicInteger handled = new AtomicInteger();
        Receipt receipt = receiver.receive(SIGNER.delivery(body), event -> handled.incrementAndGet());
        assertThat(receipt).isInstanceOf(Receipt.Foreign.class);
        assertThat(receipt.status()).isEqualTo(200);
        assertThat(handled).hasValue(0);
        assertThat(receiver.counters().foreign()).isEqualTo(1);
    }

    @Test
    void w7AnAgencyEventIsOursByItsCompany() {
        WebhookReceiver agency =
                builder().locations(List.of("loc1")).companies(List.of("co")).build();
        assertThat(agency.receive(SIGNER.delivery("{\"companyId\":\"co\"}"))).isInstanceOf(Receipt.Accepted.class);
        assertThat(agency.receive(SIGNER.delivery("{\"companyId\":\"co\",\"locationId\":\"x\"}")))
                .isInstanceOf(Receipt.Foreign.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "\"text\"", "null", "1", "{", "{} {}", "{\"a\":}", "<html>", "\uFEFF", "\uFEFF\uFEFF{}"
            })
    void w8WhatIsNoObjectIs400(String body) {
        assertThat(receive(body).status()).isEqualTo(400);
    }

    @Test
    void w8WhatIsNotUtf8Is400() {
        byte[] utf16 = "{\"locationId\":\"loc1\"}".getBytes(StandardCharsets.UTF_16LE);
        byte[] latin = "{\"locationId\":\"loc1\",\"name\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(receiver.receive(SIGNER.delivery(utf16)).status()).isEqualTo(400);
        assertThat(receiver.receive(SIGNER.delivery(latin)).status()).isEqualTo(400);
    }

    @Test
    void w8HalfASurrogateHoldsItsField() {
        WebhookEvent event = accepted("{\"type\":\"ContactCreate\",\"locationId\":\"loc1\",\"firstName\":\"A\\ud83d\","
                + "\"lastName\":\"\\ud83d\\ude00\",\"tags\":[\"\\ude00x\"]}");
        WebhookEvent.Contact contact = (WebhookEvent.Contact) event;
        assertThat(contact.firstName()).contains("A\uFFFD");
        assertThat(contact.lastName()).contains("\uD83D\uDE00");
        assertThat(contact.tags()).containsExactly("\uFFFDx");
        assertThat(event.envelope().heldFields()).containsExactly("firstName", "tags");
    }

    @Test
    void w9AnotherBodyUnderAKnownIdIsADuplicateWithAWarning() {
        receive(contact("w", NOW, "loc1"));
        assertThat(receive(contact("w", NOW, "loc1") + " ")).isEqualTo(new Receipt.Duplicate(true));
        assertThat(receiver.counters().duplicates()).isEqualTo(1);
        assertThat(receiver.counters().changedDuplicates()).isEqualTo(1);
    }

    @Test
    void w10ARepeatedSignatureIsInvalid() {
        byte[] body = bytes(contact("w", NOW, "loc1"));
        String signature = SIGNER.signature(body);
        Headers twice = Headers.of(HighLevelSignatures.HEADER, signature, "x-ghl-signature", signature);
        assertThat(receiver.receive(Delivery.of(twice, body))).isEqualTo(new Receipt.Invalid(Verdict.INVALID));
    }

    @Test
    void withoutSignatureItIsCountedApart() {
        assertThat(receiver.receive(Delivery.of(Headers.none(), bytes("{}"))).status())
                .isEqualTo(401);
        assertThat(receiver.counters().unsigned()).isEqualTo(1);
        assertThat(receiver.counters().invalid()).isZero();
    }

    @Test
    void theDefaultTrustsTheDocumentedKeyOnly() {
        WebhookReceiver standard =
                WebhookReceiver.builder(MembershipsProfile.HIGHLEVEL).time(time).build();
        assertThat(standard.receive(SIGNER.delivery("{}"))).isEqualTo(new Receipt.Invalid(Verdict.INVALID));
        Delivery legacy = Delivery.of(Headers.of(HighLevelSignatures.LEGACY_HEADER, "AAAA"), bytes("{}"));
        assertThat(standard.receive(legacy)).isEqualTo(new Receipt.Invalid(Verdict.MISSING));
        WebhookReceiver lenient = WebhookReceiver.builder(MembershipsProfile.HIGHLEVEL)
                .time(time)
                .legacyRsa(true)
                .build();
        assertThat(lenient.receive(legacy)).isEqualTo(new Receipt.Invalid(Verdict.INVALID));
    }

    @Test
    void aVerifierThatThrowsLetsNothingPass() {
        SignatureVerifier broken = delivery -> {
            throw new IllegalStateException("broken");
        };
        assertThat(builder()
                        .verifier(broken)
                        .build()
                        .receive(SIGNER.delivery("{}"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void anHmacSignsForTheStandardContract() {
        WebhookSigner hook = WebhookSigner.hmacSha256("X-Hook", Secret.of("s3cret"));
        WebhookReceiver standard = builder().verifier(hook.verifier()).build();
        Receipt receipt = standard.receive(hook.delivery(
                "{\"type\":\"user.updated\",\"data\":{\"userId\":7,\"status\":\"active\",\"planId\":\"gold\"}}"));
        WebhookEvent.User user = (WebhookEvent.User) ((Receipt.Accepted) receipt).event();
        assertThat(user.id()).contains("7");
        assertThat(user.planId()).contains("gold");
    }

    @Test
    void anAddressOutsideTheListIsRefusedBeforeAnythingElse() {
        WebhookReceiver guarded =
                builder().allowFrom(IpAllowList.of(List.of("192.0.2.0/24"))).build();
        Receipt refused = guarded.receive(SIGNER.delivery("{}").from("203.0.113.1"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(guarded.receive(SIGNER.delivery("{}").from("192.0.2.1")).status())
                .isEqualTo(200);
        assertThat(guarded.counters().refusedAddresses()).isEqualTo(1);
    }

    @Test
    void anOversizeBodyIs413() {
        WebhookReceiver open = builder().build();
        String filler = " ".repeat((1 << 20) - 2);
        assertThat(open.receive(SIGNER.delivery("{}" + filler)).status()).isEqualTo(200);
        assertThat(open.receive(SIGNER.delivery("{}" + filler + " ")).status()).isEqualTo(413);
    }

    @Test
    void anUndocumentedTypeIsAcceptedAndCounted() {
        WebhookEvent event = accepted("{\"type\":\"MoonPhaseUpdate\",\"locationId\":\"loc1\",\"phase\":3}");
        assertThat(event.type()).isEqualTo(new EventType("MoonPhaseUpdate"));
        assertThat(event.envelope().data()).containsEntry("phase", 3);
        assertThat(receiver.counters().undocumented()).isEqualTo(1);
    }

    @Test
    void f21AHandlerThatFailsLeavesTheIdFreeAndAsksToComeAgain() {
        Delivery delivery = SIGNER.delivery(contact("w", NOW, "loc1"));
        Receipt receipt = receiver.receive(delivery, event -> {
            throw new IOException("disk full");
        });
        assertThat(receipt.status()).isEqualTo(429);
        assertThat(receipt.retryAfter()).contains(Duration.ofSeconds(60));
        assertThat(receiver.receive(delivery)).isInstanceOf(Receipt.Accepted.class);
        assertThat(receiver.counters().deferred()).isEqualTo(1);
    }

    @Test
    void f21AStoreThatFailsAsksToComeAgain() {
        SeenDeliveries broken = new SeenDeliveries() {
            @Override
            public Claim claim(String id, String digest) {
                throw new IllegalStateException("no database");
            }

            @Override
            public void keep(String id) {}

            @Override
            public void release(String id) {}
        };
        assertThat(builder().seen(broken).build().receive(SIGNER.delivery("{}")).status())
                .isEqualTo(429);
    }

    @Test
    void f15AnyNumberOfThreadsHaveOneEffect() throws Exception {
        AtomicInteger effects = new AtomicInteger();
        Delivery delivery = SIGNER.delivery(contact("w", NOW, "loc1"));
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<Receipt>> receipts = pool.invokeAll(java.util.Collections.nCopies(
                    50, () -> receiver.receive(delivery, event -> effects.incrementAndGet())));
            for (Future<Receipt> receipt : receipts) {
                assertThat(receipt.get())
                        .isInstanceOfAny(Receipt.Accepted.class, Receipt.Duplicate.class, Receipt.Deferred.class);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(effects).hasValue(1);
        assertThat(receiver.counters().accepted()).isEqualTo(1);
    }

    @Test
    void whileTheFirstIsBeingHandledTheSecondIsNotAcknowledged() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Delivery delivery = SIGNER.delivery(contact("w", NOW, "loc1"));
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<Receipt> first = pool.submit(() -> receiver.receive(delivery, event -> {
                inside.countDown();
                go.await();
            }));
            inside.await();
            assertThat(receiver.receive(delivery).status()).isEqualTo(429);
            go.countDown();
            assertThat(first.get()).isInstanceOf(Receipt.Accepted.class);
            assertThat(receiver.receive(delivery)).isEqualTo(new Receipt.Duplicate(false));
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void anIdIsForgottenAfterItsLifetimeOnly() {
        WebhookReceiver open = builder().build();
        open.receive(SIGNER.delivery("{\"webhookId\":\"w\"}"));
        time.advance(Duration.ofHours(24));
        assertThat(open.receive(SIGNER.delivery("{\"webhookId\":\"w\"}"))).isInstanceOf(Receipt.Duplicate.class);
        time.advance(Duration.ofNanos(1));
        assertThat(open.receive(SIGNER.delivery("{\"webhookId\":\"w\"}"))).isInstanceOf(Receipt.Accepted.class);
    }

    @Test
    void beyondItsCapacityTheOldestIdIsForgotten() {
        WebhookReceiver small = builder()
                .seen(SeenDeliveries.inMemory(Duration.ofHours(24), 2, time))
                .build();
        for (String id : List.of("a", "b", "c")) {
            small.receive(SIGNER.delivery("{\"webhookId\":\"" + id + "\"}"));
        }
        assertThat(small.receive(SIGNER.delivery("{\"webhookId\":\"c\"}"))).isInstanceOf(Receipt.Duplicate.class);
        assertThat(small.receive(SIGNER.delivery("{\"webhookId\":\"b\"}"))).isInstanceOf(Receipt.Duplicate.class);
        assertThat(small.receive(SIGNER.delivery("{\"webhookId\":\"a\"}"))).isInstanceOf(Receipt.Accepted.class);
    }

    private WebhookReceiverBuilder builder() {
        return WebhookReceiver.builder(MembershipsProfile.HIGHLEVEL)
                .verifier(SIGNER.verifier())
                .time(time);
    }

    private Receipt receive(String body) {
        return receiver.receive(SIGNER.delivery(body));
    }

    private WebhookEvent accepted(String body) {
        Receipt receipt = receive(body);
        assertThat(receipt).isInstanceOf(Receipt.Accepted.class);
        return ((Receipt.Accepted) receipt).event();
    }

    private static String contact(String webhookId, String timestamp, String location) {
        return "{\"type\":\"ContactCreate\",\"webhookId\":\"" + webhookId + "\",\"timestamp\":\"" + timestamp
                + "\",\"locationId\":\"" + location + "\",\"id\":\"c1\"}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
