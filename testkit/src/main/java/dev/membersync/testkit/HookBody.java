package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a webhook says of a ticket, in one of three spellings that are all MODEL: nothing of the vendor's bodies is published. */
final class HookBody {
    private HookBody() {}

    static Map<String, Object> of(
            FakeEventWebhooks.Shape shape, String topic, EventState event, FakeTicket ticket, Instant at) {
        return switch (shape) {
            case PLAIN -> plain(topic, event, ticket, at);
            case NESTED -> nested(topic, event, ticket);
            case RESPELT -> respelt(topic, event, ticket);
        };
    }

    private static Map<String, Object> plain(String topic, EventState event, FakeTicket ticket, Instant at) {
        Map<String, Object> body = Json.map(
                "topic", topic,
                "eventUrl", event.url(),
                "orderId", ticket.orderId(),
                "eventTicketingId", ticket.id(),
                "barcode", ticket.barcode(),
                "email", ticket.email(),
                "status", ticket.state().name(),
                "timestamp", at.toString());
        body.put("attendee", attendee(event, ticket));
        return body;
    }

    private static Map<String, Object> nested(String topic, EventState event, FakeTicket ticket) {
        return Json.map(
                "event",
                topic,
                "data",
                Json.map(
                        "event",
                                Json.map(
                                        "eventURL",
                                        event.url(),
                                        "name",
                                        event.details().text("name").orElse("")),
                        "order", Json.map("id", ticket.orderId(), "attendee", List.of(attendee(event, ticket)))));
    }

    private static Map<String, Object> attendee(EventState event, FakeTicket ticket) {
        return Json.map(
                "attendeeId", ticket.attendeeId(),
                "barcode", ticket.barcode(),
                "email", ticket.email(),
                "firstName", ticket.firstName(),
                "lastName", ticket.lastName(),
                "eventTicketingId", ticket.id(),
                "ticketType",
                        Optional.ofNullable(event.types().get(ticket.typeId()))
                                .map(FakeTicketType::name)
                                .orElse(""),
                "ticketStatus", ticket.state().name());
    }

    private static Map<String, Object> respelt(String topic, EventState event, FakeTicket ticket) {
        return Json.map(
                "eventType", topic,
                "event_URL", event.url(),
                "ticketOrderNumber", String.valueOf(ticket.orderId()),
                "eventTicketId", String.valueOf(ticket.id()),
                "barcodeId", ticket.barcode(),
                "attendeeEmail", ticket.email(),
                "Status", ticket.state().name());
    }
}
