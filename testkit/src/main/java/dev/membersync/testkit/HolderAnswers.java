package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and replaces the answers of a ticket holder. A write replaces the whole set: what it leaves out is wiped. */
final class HolderAnswers {
    private static final String NESTED = "nestedQuestions";

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
                        ticket.record().seatNumber(),
                        "attributes",
                        section(event, ticket, false),
                        "questions",
                        section(event, ticket, true),
                        NESTED,
                        ticket.record().kept(NESTED),
                        "eventTicketingId",
                        ticket.id(),
                        "eventKey",
                        event.url()));
    }

    private List<Object> section(EventState event, FakeTicket ticket, boolean questions) {
        List<Object> rows = new ArrayList<>();
        for (FakeField field : event.fields().values()) {
            if (field.question() == questions && field.asksFor(ticket.typeId())) {
                rows.add(answer(state.switches(), field, ticket.answer(field.name())));
            }
        }
        ticket.record().kept(questions ? "questions" : "attributes").forEach(entry -> rows.add(spelt(entry)));
        return rows;
    }

    static Map<String, Object> answer(AcceleventsSwitches switches, FakeField field, String value) {
        return switches.answersAsPairs()
                ? Json.map("key", field.name(), "value", value)
                : Json.map(
                        "name", field.name(),
                        "type", field.type(),
                        "value", value,
                        "defaultValue", FormPages.choices(field.options()),
                        "mandatory", field.mandatory());
    }

    /** A kept entry names its question as all others of the reply do; nothing else of it is touched. */
    private Object spelt(Object entry) {
        Map<String, @Nullable Object> next = new LinkedHashMap<>();
        String name = state.switches().answersAsPairs() ? "key" : "name";
        values(entry).forEach((key, value) -> next.put(key.equals("key") || key.equals("name") ? name : key, value));
        return next;
    }

    private static Map<String, @Nullable Object> values(Object entry) {
        return entry instanceof Map<?, ?> map ? JsonObject.of(map).values() : Map.of();
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
        requireAttributes(body);
        String pairKey = state.switches().pairKey();
        Map<String, String> answers = FormRules.answers(event, ticket.typeId(), body, pairKey);
        FormRules.requireLimits(answers);
        FormRules.requirePhone(answers);
        FormRules.requireBirthDate(event, answers, visit.now(), "4060132");
        if (state.switches().strictDropdowns()) {
            FormRules.requireOptions(event, answers);
        }
        if (state.switches().uniqueHolderEmail()) {
            FormRules.requireUnique(event, ticket.id(), answers.getOrDefault(FormRules.EMAIL, ""));
        }
        FakeTicket next = ticket.answering(answers, visit.now()).keeping(record(ticket.record(), body), visit.now());
        event.put(next, visit.now());
        state.wrote(visit.now(), "holder-update", event, ticket);
        return success("Ticket holder data updated successfully");
    }

    static void requireAttributes(JsonObject body) {
        if (!body.has("attributes")) {
            throw new IllegalArgumentException("attributes is required");
        }
    }

    /** Of entries that no field asks for, those stay that the body names again, with the value it gives. Nested answers are stored as they come. */
    private static FakeHolderRecord record(FakeHolderRecord before, JsonObject body) {
        Map<String, List<Object>> kept = new LinkedHashMap<>();
        for (String section : List.of("attributes", "questions")) {
            List<Object> entries = new ArrayList<>();
            for (Object stored : before.kept(section)) {
                String name = FormRules.nameOf(JsonObject.of(values(stored)), "");
                Optional<JsonObject> sent = body.objects(section).stream()
                        .filter(pair ->
                                pair.has("value") && FormRules.nameOf(pair, "").equals(name))
                        .findFirst();
                sent.ifPresent(pair -> {
                    Map<String, @Nullable Object> next = new LinkedHashMap<>(values(stored));
                    next.put("value", pair.values().get("value"));
                    entries.add(next);
                });
            }
            kept.put(section, entries);
        }
        Object nested = body.values().get(NESTED);
        kept.put(NESTED, nested instanceof List<?> list ? new ArrayList<>(list) : List.of());
        return new FakeHolderRecord(body.text("seatNumber", ""), kept);
    }

    static FakeReply success(String message) {
        return FakeReply.json(200, Json.map("type", "Success", "message", message));
    }
}
