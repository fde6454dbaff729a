package dev.membersync.testkit;

import static dev.membersync.testkit.Accelevents.EVENT;
import static dev.membersync.testkit.Accelevents.pair;
import static dev.membersync.testkit.Accelevents.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.FakeEventWebhooks.Change;
import dev.membersync.testkit.FakeEventWebhooks.Shape;
import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventWebhooksTest {
    private static final URI TARGET = URI.create("https://hooks.example.com/in/s3cret");

    private final Accelevents vendor = new Accelevents();
    private final FakeEventWebhooks webhooks = vendor.fake.webhooks();
    private final List<FakeDelivery> received = new ArrayList<>();

    private FakeEventWebhooks listen(int status) {
        return webhooks.registerAll(TARGET).deliverTo(delivery -> {
            received.add(delivery);
            return status;
        });
    }

    private FakeTicket attendee(long type, String name) {
        return vendor.event.addAttendee(type, name, "X", name + "@example.com");
    }

    private List<String> topics() {
        return received.stream().map(FakeDelivery::event).toList();
    }

    private List<String> barcodes() {
        return received.stream()
                .map(sent -> Json.object(sent.body()).text("barcode", ""))
                .toList();
    }

    @Test
    void aTicketIssuedByAPaymentIsTold() {
        listen(200);
        long order = vendor.orderId(vendor.free, "");
        vendor.pay(order);

        JsonObject body = Json.object(received.get(0).body());
        FakeTicket ticket = vendor.event.attendees().get(0);
        assertThat(topics()).containsExactly("ticket.issued");
        assertThat(received.get(0).target()).isEqualTo(TARGET.toString());
        assertThat(body.text("topic")).hasValue("ticket.issued");
        assertThat(body.text("eventUrl")).hasValue(EVENT);
        assertThat(body.whole("orderId")).hasValue(order);
        assertThat(body.text("barcode")).hasValue(ticket.barcode());
        assertThat(body.text("email")).hasValue("ada@example.com");
        assertThat(body.object("attendee").orElseThrow().text("attendeeId")).hasValue(ticket.attendeeId());
    }

    @Test
    void nothingIsSigned() {
        listen(200);
        attendee(vendor.free, "ada");

        assertThat(received.get(0).headers()).containsOnlyKeys("content-type");
    }

    @Test
    void checkInCancellationAndDeletionAreTold() {
        listen(200);
        FakeTicket ada = attendee(vendor.free, "ada");
        FakeTicket bob = attendee(vendor.free, "bob");
        received.clear();

        vendor.event.checkIn(ada.id());
        vendor.event.cancel(ada.id());
        vendor.event.delete(bob.id());

        assertThat(topics()).containsExactly("ticket.checked-in", "ticket.cancelled", "ticket.cancelled");
        assertThat(barcodes()).containsExactly(ada.barcode(), ada.barcode(), bob.barcode());
    }

    @Test
    void aHolderWhoChangesIsToldAndOneWhoDoesNotIsNot() {
        listen(200);
        FakeTicket ada = attendee(vendor.free, "ada");
        received.clear();
        String path = "/rest/host/ticketing/" + EVENT + "/holderData/ticket/" + ada.id();
        String body = text(Json.map("attributes", List.of(pair("Last Name", "King"))));

        vendor.send("PUT", path, body);
        vendor.send("PUT", path, body);

        assertThat(topics()).containsExactly("holder.changed");
    }

    @Test
    void aRefundIsTold() {
        listen(200);
        FakeTicket ada = attendee(vendor.paid, "ada");
        received.clear();

        vendor.send(
                "PUT",
                "/rest/host/event/" + EVENT + "/order/" + ada.orderId() + "/transfer-event-ticket",
                text(Json.map("eventTicketId", ada.id(), "newTicketTypeId", vendor.free)));

        assertThat(topics()).containsExactly("ticket.refunded");
    }

    @Test
    void aTopicWithoutTargetIsNotSent() {
        webhooks.register("ticket.cancelled", TARGET);

        attendee(vendor.free, "ada");

        assertThat(webhooks.deliveries()).isEmpty();
    }

    @Test
    void eachTargetOfATopicGetsItsOwnDelivery() {
        URI other = URI.create("https://other.example.com/?key=s3cret");
        listen(200).register("ticket.issued", other);

        attendee(vendor.free, "ada");

        assertThat(received).extracting(FakeDelivery::target).containsExactly(TARGET.toString(), other.toString());
    }

    @Test
    void aChangeMayHaveAnyTopic() {
        listen(200).topic(Change.ISSUED, "Ticket Purchased!").register("Ticket Purchased!", TARGET);

        attendee(vendor.free, "ada");

        assertThat(topics()).containsExactly("Ticket Purchased!");
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void everyShapeNamesTheTicketSomewhere(Shape shape) {
        listen(200).shape(shape);

        FakeTicket ada = attendee(vendor.free, "ada");

        assertThat(new String(received.get(0).body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains(ada.barcode(), ada.email(), String.valueOf(ada.orderId()), EVENT, "ticket.issued");
    }

    @Test
    void severalChangesLeaveAsOneArray() {
        listen(200).batched(true);
        attendee(vendor.free, "ada");
        attendee(vendor.free, "bob");
        assertThat(received).isEmpty();

        webhooks.flush();

        assertThat(received).hasSize(1);
        assertThat(Json.objects(received.get(0).body()))
                .extracting(body -> body.text("email", ""))
                .containsExactly("ada@example.com", "bob@example.com");
    }

    @Test
    void deliveriesComeTwice() {
        listen(200).duplicated(true);
        attendee(vendor.free, "ada");

        assertThat(received).hasSize(2);
        assertThat(received.get(0).webhookId()).isEqualTo(received.get(1).webhookId());
    }

    @Test
    void theLaterDeliveryComesFirst() {
        listen(200).reordered(true);
        FakeTicket ada = attendee(vendor.free, "ada");
        FakeTicket bob = attendee(vendor.free, "bob");

        assertThat(barcodes()).containsExactly(bob.barcode(), ada.barcode());
    }

    @Test
    void everySecondDeliveryIsLost() {
        listen(200).losing(2);
        FakeTicket ada = attendee(vendor.free, "ada");
        attendee(vendor.free, "bob");
        FakeTicket eve = attendee(vendor.free, "eve");

        assertThat(barcodes()).containsExactly(ada.barcode(), eve.barcode());
    }

    @Test
    void aFailedDeliveryIsTriedAgainOnDemandOnly() {
        listen(500);
        attendee(vendor.free, "ada");
        vendor.clock.forward(Duration.ofHours(1));
        webhooks.flush();
        assertThat(received).hasSize(1);

        webhooks.retry(WebhookRetry.ANY_FAILURE);
        attendee(vendor.free, "bob");
        vendor.clock.forward(Duration.ofMinutes(2));
        webhooks.flush();

        assertThat(received).extracting(FakeDelivery::attempt).containsExactly(1, 1, 2);
    }

    @Test
    void aTestMaySendWhatItLikes() {
        listen(200).register("session.rated", TARGET);

        webhooks.send("session.rated", Map.of("stars", 5));

        assertThat(Json.object(received.get(0).body()).whole("stars")).hasValue(5);
    }

    @Test
    void aDeliveryIsPostedToItsTargetWithItsSecret() throws Exception {
        CompletableFuture<FakeRequest> arrived = new CompletableFuture<>();
        try (FakeServer server = FakeServer.start(
                request -> {
                    arrived.complete(request);
                    return FakeReply.json(200, Map.of());
                },
                0)) {
            webhooks.registerAll(URI.create(server.url() + "/in/s3cret?key=more"));
            attendee(vendor.free, "ada");

            FakeRequest request = arrived.get(10, TimeUnit.SECONDS);

            assertThat(request.path()).isEqualTo("/in/s3cret");
            assertThat(request.parameter("key")).hasValue("more");
            assertThat(Json.object(request.body()).text("topic")).hasValue("ticket.issued");
        }
    }
}
