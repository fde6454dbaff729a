package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One event and the requests that tests send to it. */
final class Accelevents {
    static final String EVENT = "spring-summit";
    static final String DATE = "22/11/2026 10:00:00";

    final Clock clock = new Clock();
    final FakeAccelevents fake;
    final FakeEvent event;
    final long free;
    final long paid;

    Accelevents() {
        fake = FakeAccelevents.builder().time(clock).event(EVENT).build();
        event = fake.event(EVENT);
        free = event.addTicketType("General Admission", "0", 100);
        paid = event.addTicketType("Workshop", "49.00", 2);
        event.putField(FakeField.attribute("Organization"));
        event.putField(FakeField.question("Membership Status").withOptions("active", "inactive"));
    }

    FakeReply send(String method, String path, String body) {
        return fake.handle(FakeRequest.of(method, path, Map.of("Key", FakeAccelevents.DEFAULT_KEY), body));
    }

    FakeReply get(String path) {
        return send("GET", path, "");
    }

    FakeReply order(long type, String note) {
        return send(
                "POST",
                "/rest/events/" + EVENT + "/staff/ticketing/order",
                text(Json.map(
                        "clientDate",
                        DATE,
                        "paymentType",
                        "CASH",
                        "note",
                        note,
                        "ticketings",
                        java.util.List.of(Json.map("ticketTypeId", type, "numberOfTicket", 1, "price", 0)))));
    }

    long orderId(long type, String note) {
        return object(order(type, note)).whole("orderId").orElseThrow();
    }

    FakeReply pay(long orderId, long type, String first, String last, String email) {
        Object attributes = java.util.List.of(pair("First Name", first), pair("Last Name", last), pair("Email", email));
        return send(
                "POST",
                "/rest/events/" + EVENT + "/staff/tickets/payment/order/" + orderId + "?uptodate=true&waitListIds=",
                text(Json.map(
                        "clientDate",
                        DATE,
                        "hasholderattributes",
                        true,
                        "paymenttype",
                        "CASH",
                        "purchaser",
                        Json.map("attributes", attributes),
                        "holder",
                        java.util.List.of(Json.map(
                                "tickettypeid",
                                type,
                                "tableid",
                                0,
                                "attributes",
                                attributes,
                                "questions",
                                java.util.List.of(pair("Membership Status", "active")))))));
    }

    FakeReply pay(long orderId) {
        return pay(orderId, free, "Ada", "Lovelace", "ada@example.com");
    }

    static Map<String, Object> pair(String key, String value) {
        return Json.map("key", key, "value", value);
    }

    static String text(Object value) {
        return new String(Json.bytes(value), StandardCharsets.UTF_8);
    }

    static JsonObject object(FakeReply reply) {
        return Json.object(reply.body());
    }

    static String code(FakeReply reply) {
        return object(reply).text("errorCode", "none");
    }
}
