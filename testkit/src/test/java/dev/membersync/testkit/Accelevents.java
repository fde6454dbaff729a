package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
        BigDecimal price = event.ticketTypes().stream()
                .filter(candidate -> candidate.id() == type)
                .map(FakeTicketType::price)
                .findFirst()
                .orElse(BigDecimal.ZERO);
        return order(note, List.of(line(type, 1, price)));
    }

    FakeReply order(String note, List<Map<String, Object>> lines) {
        return send(
                "POST",
                "/rest/events/" + EVENT + "/staff/ticketing/order",
                text(Json.map("clientDate", DATE, "paymentType", "CASH", "note", note, "ticketings", lines)));
    }

    static Map<String, Object> line(long type, int number, Object price) {
        return Json.map("ticketTypeId", type, "numberOfTicket", number, "price", price);
    }

    long orderId(long type, String note) {
        return object(order(type, note)).whole("orderId").orElseThrow();
    }

    FakeReply pay(long orderId, long type, String first, String last, String email) {
        Object attributes = List.of(pair("First Name", first), pair("Last Name", last), pair("Email", email));
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
                        List.of(Json.map(
                                "tickettypeid",
                                type,
                                "tableid",
                                0,
                                "attributes",
                                attributes,
                                "questions",
                                List.of(pair("Membership Status", "active")))))));
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
