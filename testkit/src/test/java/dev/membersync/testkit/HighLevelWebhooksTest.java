package dev.membersync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.net.URI;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HighLevelWebhooksTest {
    private final Vendor vendor = new Vendor();
    private final FakeMemberships fake = vendor.fake;
    private final String ann =
            fake.contacts().add("Ann", "Lee", "ann@example.com").id();
    private final List<FakeDelivery> received = new ArrayList<>();

    private FakeWebhooks listen(int status) {
        return fake.webhooks().deliverTo(delivery -> {
            received.add(delivery);
            return status;
        });
    }

    private List<String> events() {
        return received.stream().map(FakeDelivery::event).toList();
    }

    private JsonObject body(int place) {
        return Json.object(received.get(place).body());
    }

    private static boolean verified(String keys, String algorithm, String key, FakeDelivery sent, String header)
            throws Exception {
        PublicKey publicKey = KeyFactory.getInstance(keys)
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key)));
        Signature signature = Signature.getInstance(algorithm);
        signature.initVerify(publicKey);
        signature.update(sent.body());
        return signature.verify(Base64.getDecoder().decode(sent.headers().get(header)));
    }

    @Test
    void aChangeThroughTheApiIsTold() {
        listen(200);
        vendor.send("PUT", "/contacts/" + ann, "firstName", "Anna");

        assertThat(events()).containsExactly("ContactUpdate");
        assertThat(body(0).text("type")).hasValue("ContactUpdate");
        assertThat(body(0).text("id")).hasValue(ann);
        assertThat(body(0).text("locationId")).hasValue(Vendor.LOCATION);
        assertThat(body(0).keys()).contains("timestamp", "webhookId", "customFields", "tags");
    }

    @Test
    void anEditByATestIsToldTooAndAnEmptyOneIsNot() {
        listen(200);
        fake.contacts().tag(ann, "vip");
        fake.contacts().edit(ann, contact -> contact);
        fake.contacts().delete(ann);

        assertThat(events()).containsExactly("ContactTagUpdate", "ContactDelete");
    }

    @Test
    void nothingIsSentWhileNobodyListens() {
        fake.contacts().tag(ann, "vip");

        assertThat(fake.webhooks().deliveries()).isEmpty();
    }

    @Test
    void everyDeliveryIsSignedWithTheKeyOfTheFake() throws Exception {
        listen(200);
        fake.contacts().edit(ann, contact -> contact.with("firstName", "Zoë 😀 \"x\""));

        assertThat(verified("Ed25519", "Ed25519", fake.webhooks().publicKey(), received.get(0), "x-ghl-signature"))
                .isTrue();
        assertThat(Base64.getDecoder().decode(fake.webhooks().publicKey())).hasSize(44);
        assertThat(received.get(0).headers()).doesNotContainKey("x-wh-signature");
    }

    @Test
    void theLegacySignatureIsThereOnDemand() throws Exception {
        listen(200).legacySignature(true);
        fake.contacts().tag(ann, "vip");

        assertThat(verified(
                        "RSA", "SHA256withRSA", fake.webhooks().legacyPublicKey(), received.get(0), "x-wh-signature"))
                .isTrue();
    }

    @Test
    void theSameSeedMakesTheSameKey() {
        assertThat(new Vendor().fake.webhooks().publicKey())
                .isEqualTo(fake.webhooks().publicKey());
        assertThat(new Vendor(FakeMemberships.builder().seed(2)).fake.webhooks().publicKey())
                .isNotEqualTo(fake.webhooks().publicKey());
    }

    @Test
    void bodiesCanBeNested() {
        listen(200).nested(true);
        fake.contacts().tag(ann, "vip");

        assertThat(body(0).keys()).containsExactlyInAnyOrder("type", "timestamp", "webhookId", "data");
        assertThat(body(0).object("data").orElseThrow().text("id")).hasValue(ann);
    }

    @Test
    void invoicesAreToldWithoutATypeAndLocation() {
        listen(200);
        FakeRecords invoices = fake.records(RecordKind.INVOICE);
        String id = invoices.add(Map.of("total", 10, "invoiceNumber", 7)).id();
        invoices.edit(id, invoice -> invoice.with("status", "sent"));
        invoices.edit(id, invoice -> invoice.with("status", "paid"));
        invoices.delete(id);

        assertThat(events()).containsExactly("InvoiceCreate", "InvoiceSent", "InvoicePaid", "InvoiceDelete");
        assertThat(body(0).keys()).contains("_id", "altId").doesNotContain("type", "locationId");
        assertThat(body(0).isText("invoiceNumber")).isTrue();
        assertThat(body(3).text("status")).hasValue("delete");
    }

    @Test
    void ordersNotesTasksAndStaffAreTold() {
        listen(200);
        String order =
                fake.records(RecordKind.ORDER).add(Map.of("contactId", ann)).id();
        fake.records(RecordKind.ORDER).edit(order, one -> one.with("status", "completed"));
        fake.records(RecordKind.NOTE).add(Map.of("contactId", ann, "body", "x"));
        String task =
                fake.records(RecordKind.TASK).add(Map.of("contactId", ann)).id();
        fake.records(RecordKind.TASK).edit(task, one -> one.with("completed", true));
        fake.records(RecordKind.USER).add(Map.of("firstName", "Stan"));

        assertThat(events())
                .containsExactly(
                        "OrderCreate", "OrderStatusUpdate", "NoteCreate", "TaskCreate", "TaskComplete", "UserCreate");
        assertThat(body(0).object("contactSnapshot")).isPresent();
    }

    @Test
    void onlyTooManyIsTriedAgainSixTimesInAnHourOrSo() {
        listen(429);
        fake.contacts().tag(ann, "vip");
        for (int minute = 0; minute < 90; minute++) {
            vendor.clock.forward(Duration.ofMinutes(1));
            fake.webhooks().flush();
        }

        assertThat(received)
                .hasSize(7)
                .extracting(FakeDelivery::webhookId)
                .containsOnly(received.get(0).webhookId());
        assertThat(Duration.between(received.get(0).at(), received.get(6).at()))
                .isBetween(Duration.ofMinutes(60), Duration.ofMinutes(85));
    }

    @Test
    void aServerErrorIsNotTriedAgainUnlessTheOtherRuleHolds() {
        listen(503);
        fake.contacts().tag(ann, "vip");
        vendor.clock.forward(Duration.ofHours(1));
        fake.webhooks().flush();
        int before = received.size();
        fake.webhooks().retry(WebhookRetry.ANY_FAILURE);
        fake.contacts().tag(ann, "more");
        vendor.clock.forward(Duration.ofMinutes(2));
        fake.webhooks().flush();

        assertThat(before).isEqualTo(1);
        assertThat(received).hasSize(3);
    }

    @Test
    void deliveriesCanComeTwiceAndInTheWrongOrder() {
        listen(200).duplicated(true).reordered(true);
        fake.contacts().tag(ann, "a");
        fake.contacts().edit(ann, contact -> contact.with("firstName", "Anna"));
        fake.contacts().delete(ann);
        List<String> before = List.copyOf(events());
        fake.webhooks().flush();

        assertThat(before).containsExactly("ContactUpdate", "ContactUpdate", "ContactTagUpdate", "ContactTagUpdate");
        assertThat(events()).endsWith("ContactDelete", "ContactDelete");
    }

    @Test
    void anEventOfTheTestsMakingIsSignedLikeAny() {
        listen(200);
        fake.webhooks().send("INSTALL", Map.of("type", "INSTALL", "appId", "a", "locationId", Vendor.LOCATION));

        assertThat(body(0).text("type")).hasValue("INSTALL");
        assertThat(received.get(0).headers()).containsKey("x-ghl-signature");
    }

    @Test
    void aReceiverMayAskTheFakeBack() {
        fake.webhooks().deliverTo(delivery -> vendor.get("/contacts/" + ann).status());

        fake.contacts().tag(ann, "vip");

        assertThat(fake.requests().count("contacts.get")).isEqualTo(1);
    }

    @Test
    void deliveriesGoOverTheWire() throws Exception {
        CompletableFuture<FakeRequest> arrived = new CompletableFuture<>();
        try (FakeServer server = FakeServer.start(
                request -> {
                    arrived.complete(request);
                    return FakeReply.json(200, Map.of());
                },
                0)) {
            fake.webhooks().deliverTo(URI.create(server.url() + "/hooks"));
            fake.contacts().tag(ann, "vip");

            FakeRequest request = arrived.get(10, TimeUnit.SECONDS);

            assertThat(request.path()).isEqualTo("/hooks");
            assertThat(request.header("X-GHL-Signature")).isPresent();
            assertThat(Json.object(request.body()).text("type")).hasValue("ContactTagUpdate");
        }
    }
}
