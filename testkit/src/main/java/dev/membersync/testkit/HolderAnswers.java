package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.util.List;
import java.util.Map;

/** Reads and replaces the answers of a ticket holder. A write replaces the whole set: what it leaves out is wiped. */
final class HolderAnswers {
    private final AcceleventsState state;

    HolderAnswers(AcceleventsState state) {
        this.state = state;
    }

    FakeReply read(Visit visit) {
        EventState event = state.event(visit);
        FakeTicket ticket = event.ticket(visit.number("ticketId"));
        return FakeReply.json(
                200,
                Json.map(
                        "seatNumber",
                        "",
                        "attributes",
                        section(event, ticket, false),
                        "questions",
                        section(event, ticket, true),
                        "nestedQuestions",
                        List.of(),
                        "eventTicketingId",
                        ticket.id(),
                        "eventKey",
                        event.url()));
    }

    private List<Map<String, Object>> section(EventState event, FakeTicket ticket, boolean questions) {
        return event.fields().values().stream()
                .filter(field -> field.question() == questions && field.asksFor(ticket.typeId()))
                .map(field -> answer(field, ticket.answer(field.name())))
                .toList();
    }

    private Map<String, Object> answer(FakeField field, String value) {
        return state.switches().answersAsPairs()
                ? Json.map("key", field.name(), "value", value)
                : Json.map(
                        "name", field.name(),
                        "type", field.type(),
                        "value", value,
                        "defaultValue", FormPages.choices(field),
                        "mandatory", field.mandatory());
    }

    FakeReply replaceByTicket(Visit visit) {
        EventState event = state.event(visit);
        return replace(visit, event, event.ticket(visit.number("ticketId")));
    }

    FakeReply replaceByBarcode(Visit visit) {
        EventState event = state.event(visit);
        return replace(visit, event, event.ticketByBarcode(visit.variable("barcode")));
    }

    private FakeReply replace(Visit visit, EventState event, FakeTicket ticket) {
        JsonObject body = visit.body();
        if (!body.has("attributes")) {
            throw new IllegalArgumentException("attributes is required");
        }
        Map<String, String> answers = FormRules.answers(event, ticket.typeId(), body);
        FormRules.requireLimits(answers);
        if (state.switches().strictDropdowns()) {
            FormRules.requireOptions(event, answers);
        }
        if (state.switches().uniqueHolderEmail()) {
            FormRules.requireUnique(event, ticket.id(), answers.getOrDefault(FormRules.EMAIL, ""));
        }
        event.put(ticket.answering(answers, visit.now()), visit.now());
        state.wrote(visit.now(), "holder-update", event, ticket);
        return success("Ticket holder data updated successfully");
    }

    static FakeReply success(String message) {
        return FakeReply.json(200, Json.map("type", "Success", "message", message));
    }
}
