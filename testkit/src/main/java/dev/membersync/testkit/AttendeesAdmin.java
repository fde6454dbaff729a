package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The attendee paths of {@link AdminDoor}. */
final class AttendeesAdmin {
    private final Function<Visit, FakeEvent> events;

    AttendeesAdmin(Function<Visit, FakeEvent> events) {
        this.events = events;
    }

    void open(AdminDoor door) {
        door.on("GET", "events/{e}/attendees", visit -> {
            FakeEvent event = events.apply(visit);
            return FakeReply.json(
                    200,
                    event.tickets().stream().map(ticket -> row(event, ticket)).toList());
        });
        door.on("POST", "events/{e}/attendees", this::add);
        door.on("GET", "events/{e}/attendees/{ticketId}", visit -> answer(events.apply(visit), visit));
        door.on("PUT", "events/{e}/attendees/{ticketId}", this::edit);
        door.on("DELETE", "events/{e}/attendees/{ticketId}", visit -> {
            events.apply(visit).delete(visit.number("ticketId"));
            return AdminDoor.done();
        });
        door.on("POST", "events/{e}/attendees/{ticketId}/cancel", visit -> {
            events.apply(visit).cancel(visit.number("ticketId"));
            return AdminDoor.done();
        });
        door.on("POST", "events/{e}/attendees/{ticketId}/check-in", visit -> {
            events.apply(visit).checkIn(visit.number("ticketId"));
            return AdminDoor.done();
        });
        door.on("POST", "events/{e}/attendees/{ticketId}/refund", this::refund);
    }

    private FakeReply add(Visit visit) {
        FakeEvent event = events.apply(visit);
        JsonObject sent = visit.body();
        Map<String, String> answers = new LinkedHashMap<>(sent.textMap("answers"));
        sent.text("firstName").ifPresent(value -> answers.put(FormRules.FIRST_NAME, value));
        sent.text("lastName").ifPresent(value -> answers.put(FormRules.LAST_NAME, value));
        sent.text("email").ifPresent(value -> answers.put(FormRules.EMAIL, value));
        long typeId = sent.whole("ticketTypeId")
                .orElseGet(() -> event.ticketType(sent.text("ticketType", ""))
                        .map(FakeTicketType::id)
                        .orElse(-1L));
        return FakeReply.json(200, row(event, event.addAttendee(typeId, answers, sent.text("note", ""))));
    }

    private FakeReply edit(Visit visit) {
        FakeEvent event = events.apply(visit);
        JsonObject sent = visit.body();
        long ticketId = visit.number("ticketId");
        sent.textMap("answers").forEach((field, value) -> event.answer(ticketId, field, value));
        sent.whole("ticketTypeId").ifPresent(typeId -> event.exchange(ticketId, typeId));
        return answer(event, visit);
    }

    /** All that is left of what was paid, or the amount that the body names. */
    private FakeReply refund(Visit visit) {
        FakeEvent event = events.apply(visit);
        Optional<BigDecimal> part = visit.request().body().length == 0
                ? Optional.empty()
                : visit.body().decimal("amount");
        event.ticket(visit.number("ticketId"))
                .ifPresent(ticket ->
                        event.refund(ticket.id(), part.orElse(ticket.paid().subtract(ticket.refunded()))));
        return answer(event, visit);
    }

    private static FakeReply answer(FakeEvent event, Visit visit) {
        return event.ticket(visit.number("ticketId"))
                .map(ticket -> FakeReply.json(200, row(event, ticket)))
                .orElseGet(() -> AdminDoor.error(404, "no such ticket"));
    }

    private static Map<String, Object> row(FakeEvent event, FakeTicket ticket) {
        return Json.map(
                "ticketId", ticket.id(),
                "orderId", ticket.orderId(),
                "barcode", ticket.barcode(),
                "attendeeId", ticket.attendeeId(),
                "ticketTypeId", ticket.typeId(),
                "note", event.order(ticket.orderId()).map(FakeOrder::note).orElse(""),
                "state", ticket.state().name(),
                "live", ticket.live(),
                "answers", ticket.answers(),
                "paid", ticket.paid(),
                "refunded", ticket.refunded());
    }
}
