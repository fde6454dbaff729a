package dev.membersync.memberships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.membersync.client.http.Headers;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.client.webhook.Delivery;
import dev.membersync.client.webhook.IpAllowList;
import dev.membersync.client.webhook.SignatureKey;
import dev.membersync.client.webhook.SignatureVerifier;
import dev.membersync.memberships.invoice.InvoiceStatus;
import dev.membersync.memberships.payment.OrderStatus;
import dev.membersync.memberships.profile.HighLevelSignatures;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.memberships.webhook.EventType;
import dev.membersync.memberships.webhook.Receipt;
import dev.membersync.memberships.webhook.WebhookEvent;
import dev.membersync.memberships.webhook.WebhookReceiver;
import dev.membersync.memberships.webhook.WebhookReceiverBuilder;
import dev.membersync.testkit.Ending;
import dev.membersync.testkit.FakeDelivery;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeRecords;
import dev.membersync.testkit.FakeReply;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.FakeService;
import dev.membersync.testkit.RecordKind;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fake of HighLevel signs and sends; the receiver of a client judges. */
class WebhookStoryTest {
    private final ManualTime time = ManualTime.create();
    private final FakeMemberships fake =
            FakeMemberships.builder().highLevel("loc1", "comp1").time(time).build();
    private final String ann =
            fake.contacts().add("Ann", "Lee", "ann@example.com").id();
    private final List<Receipt> receipts = new ArrayList<>();
    private final List<WebhookEvent> handled = new ArrayList<>();
    private boolean failing;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyChangeArrivesTypedAndVerified(boolean nested) {
        fake.webhooks().nested(nested);
        listen(builder().build());
        changeEverything();
        assertThat(receipts).hasOnlyElementsOfType(Receipt.Accepted.class);
        assertThat(handled)
                .extracting(event -> event.type().value())
                .containsExactly(
                        "ContactTagUpdate",
                        "OrderCreate",
                        "OrderStatusUpdate",
                        "InvoiceCreateOrUpdate",
                        "InvoiceSent",
                        "InvoicePaid",
                        "NoteCreate",
                        "NoteDelete",
                        "TaskCreate",
                        "TaskComplete",
                        "ContactDelete");
        assertThat(handled).allMatch(event -> event.envelope().locationId().equals(Optional.of("loc1")));
        assertThat(handled)
                .allMatch(event -> event.id().isPresent()
                        && event.envelope().webhookId().isPresent()
                        && event.envelope().heldFields().isEmpty());
        assertThat(((WebhookEvent.Order) handled.get(2)).status()).contains(OrderStatus.COMPLETED);
        assertThat(((WebhookEvent.Invoice) handled.get(5)).status()).contains(InvoiceStatus.PAID);
    }

    @Test
    void repeatedAndReorderedDeliveriesHaveOneEffectEach() {
        fake.webhooks().duplicated(true).reordered(true);
        WebhookReceiver receiver = listen(builder().build());
        changeEverything();
        fake.webhooks().flush();
        assertThat(handled)
                .hasSize(11)
                .extracting(event -> event.envelope().webhookId())
                .doesNotHaveDuplicates();
        assertThat(receiver.counters().duplicates()).isEqualTo(11);
    }

    @Test
    void whatCouldNotBeTakenComesAgainAndIsTakenOnce() {
        WebhookReceiver receiver = listen(builder().build());
        failing = true;
        fake.contacts().tag(ann, "vip");
        failing = false;
        for (int i = 0; i < 12; i++) {
            time.advance(Duration.ofMinutes(10));
            fake.webhooks().flush();
        }
        assertThat(fake.webhooks().deliveries())
                .extracting(FakeDelivery::attempt)
                .containsExactly(1, 2);
        assertThat(receipts).extracting(Receipt::status).containsExactly(429, 200);
        assertThat(handled).hasSize(1);
        assertThat(receiver.counters().deferred()).isEqualTo(1);
    }

    @Test
    void aDeliveryFromOutsideTheAllowListOrOfAnotherLocationHasNoEffectAndIsCounted() {
        WebhookReceiver guarded = listen(
                builder().allowFrom(IpAllowList.of(List.of("198.51.100.0/24"))).build());
        fake.contacts().tag(ann, "vip");
        WebhookReceiver foreign = listen(builder().locations(List.of("loc2")).build());
        fake.contacts().tag(ann, "more");
        assertThat(handled).isEmpty();
        assertThat(receipts).extracting(Receipt::status).containsExactly(403, 200);
        assertThat(guarded.counters().refusedAddresses()).isEqualTo(1);
        assertThat(foreign.counters().foreign()).isEqualTo(1);
    }

    @Test
    void aGoodLegacySignatureNeverSavesABadOne() {
        fake.webhooks().legacySignature(true);
        SignatureVerifier legacy = SignatureVerifier.signature(
                HighLevelSignatures.LEGACY_HEADER,
                List.of(SignatureKey.rsa(fake.webhooks().legacyPublicKey())));
        WebhookReceiver receiver = listen(builder()
                .verifier(HighLevelSignatures.current().orWhenMissing(legacy))
                .build());
        fake.contacts().tag(ann, "vip");
        assertThat(handled).isEmpty();
        assertThat(receiver.counters().invalid()).isEqualTo(1);
    }

    @Test
    void duringARotationTheOldAndTheNewKeyCount() {
        SignatureKey old = SignatureKey.ed25519(HighLevelSignatures.ED25519_KEY);
        listen(builder()
                .verifier(SignatureVerifier.signature(HighLevelSignatures.HEADER, List.of(old, key())))
                .build());
        fake.contacts().tag(ann, "vip");
        assertThat(handled).hasSize(1);
    }

    @Test
    void aStaleOrForgedDeliveryIsRefused() {
        WebhookReceiver receiver = builder().replayWindow(Duration.ofMinutes(5)).build();
        listen(builder().build());
        fake.contacts().tag(ann, "vip");
        FakeDelivery sent = fake.webhooks().deliveries().get(0);
        byte[] forged = sent.body().clone();
        forged[forged.length / 2] ^= 1;
        assertThat(receiver.receive(Delivery.of(delivery(sent).headers(), forged)))
                .isInstanceOf(Receipt.Invalid.class);
        time.advance(Duration.ofMinutes(6));
        assertThat(receiver.receive(delivery(sent))).isInstanceOf(Receipt.Stale.class);
    }

    @Test
    void eventsOfTheAppAndItsAgencyAreTaken() {
        listen(builder().build());
        Map<String, Object> plan = Map.of("type", "PLAN_CHANGE", "appId", "a", "companyId", "comp1", "newPlanId", "p2");
        fake.webhooks().send("PLAN_CHANGE", plan);
        fake.webhooks().send("LocationCreate", Map.of("type", "LocationCreate", "id", "loc1", "companyId", "comp1"));
        assertThat(handled)
                .extracting(WebhookEvent::type)
                .containsExactly(EventType.PLAN_CHANGE, EventType.LOCATION_CREATE);
    }

    @Test
    void overHttpTheRawBytesVerify() throws Exception {
        WebhookReceiver receiver = builder().build();
        CompletableFuture<Receipt> arrived = new CompletableFuture<>();
        FakeService web = request -> {
            Receipt receipt = receiver.receive(delivery(request.headers(), request.body()));
            arrived.complete(receipt);
            return new FakeReply(receipt.status(), Map.of(), new byte[0], Ending.COMPLETE, Duration.ZERO);
        };
        try (FakeServer server = FakeServer.start(web, 0)) {
            fake.webhooks().deliverTo(URI.create(server.url() + "/hooks"));
            fake.contacts().edit(ann, contact -> contact.with("firstName", "Zoë 😀 \"x\""));
            Receipt receipt = arrived.get(10, TimeUnit.SECONDS);
            assertThat(receipt).isInstanceOf(Receipt.Accepted.class);
            WebhookEvent event = ((Receipt.Accepted) receipt).event();
            assertThat(((WebhookEvent.Contact) event).firstName()).contains("Zoë 😀 \"x\"");
        }
    }

    @Test
    void theStandardContractNamesNoSchemeSoTheCallerChooses() {
        MembershipsClient client = Scripts.client(ScriptedTransport.create());
        assertThatIllegalStateException()
                .isThrownBy(() -> client.webhooks().build())
                .withMessageContaining("verifier");
    }

    private void changeEverything() {
        fake.contacts().tag(ann, "vip");
        FakeRecords orders = fake.records(RecordKind.ORDER);
        String order = orders.add(Map.of("contactId", ann)).id();
        orders.edit(order, one -> one.with("status", "completed"));
        FakeRecords invoices = fake.records(RecordKind.INVOICE);
        String invoice = invoices.add(Map.of("total", 10, "invoiceNumber", "7")).id();
        invoices.edit(invoice, one -> one.with("status", "sent"));
        invoices.edit(invoice, one -> one.with("status", "paid"));
        FakeRecords notes = fake.records(RecordKind.NOTE);
        notes.delete(notes.add(Map.of("contactId", ann, "body", "x")).id());
        FakeRecords tasks = fake.records(RecordKind.TASK);
        String task = tasks.add(Map.of("contactId", ann, "title", "call")).id();
        tasks.edit(task, one -> one.with("completed", true));
        fake.contacts().delete(ann);
    }

    private WebhookReceiver listen(WebhookReceiver receiver) {
        fake.webhooks().deliverTo(sent -> {
            Receipt receipt = receiver.receive(delivery(sent), event -> {
                if (failing) {
                    throw new IllegalStateException("disk full");
                }
                handled.add(event);
            });
            receipts.add(receipt);
            return receipt.status();
        });
        return receiver;
    }

    private WebhookReceiverBuilder builder() {
        return Scripts.highLevelBuilder(ScriptedTransport.create(), MembershipsProfile.HIGHLEVEL)
                .time(time)
                .build()
                .webhooks()
                .verifier(SignatureVerifier.signature(HighLevelSignatures.HEADER, List.of(key())));
    }

    private SignatureKey key() {
        return SignatureKey.ed25519(fake.webhooks().publicKey());
    }

    private static Delivery delivery(FakeDelivery sent) {
        return delivery(sent.headers(), sent.body());
    }

    private static Delivery delivery(Map<String, String> sent, byte[] body) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        sent.forEach((name, value) -> headers.put(name, List.of(value)));
        return Delivery.of(Headers.of(headers), body).from("192.0.2.7");
    }
}
