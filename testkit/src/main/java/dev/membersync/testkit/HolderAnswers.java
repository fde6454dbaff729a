package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and replaces the answers of a ticket holder. A write replaces the whole set: what it leaves out is wiped. */
final class HolderAnswers {
    private static final String NESTED = "nestedQuestions";
    private static final Set<String> NAMES = Set.of("key", "name");

    /** What the form says of a question (DOC); no holder's update touches it. */
    private static final Set<String> OF_THE_FORM = Set.of("type", "defaultValue", "mandatory", "eventTicketTypeId");

    private final AcceleventsState state;

    HolderAnswers(AcceleventsState state) {
        this.state = state;
    }

    FakeReply read(Visit visit) {
        EventState event = state.event(visit);
        FakeTicket ticket = event.ticket(visit.number("ticketId"));
        Map<String, Object> sheet = Json.map(
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
                event.url());
        sheet.putAll(ticket.record().more());
        return FakeReply.json(200, sheet);
    }

    private List<Object> section(EventState event, FakeTicket ticket, boolean questions) {
        Map<String, Map<String, Object>> asked = new LinkedHashMap<>();
        for (FakeField field : event.fields().values()) {
            if (field.question() == questions && field.asksFor(ticket.typeId())) {
                asked.put(field.name(), answer(state.switches(), field, ticket.answer(field.name())));
            }
        }
        List<Object> others = new ArrayList<>();
        for (Object entry : ticket.record().kept(questions ? "questions" : "attributes")) {
            Map<String, Object> row = asked.get(FormRules.nameOf(JsonObject.of(values(entry)), ""));
            if (row == null) {
                others.add(spelt(entry));
            } else {
                values(entry).forEach((key, value) -> {
                    if (!NAMES.contains(key)) {
                        row.putIfAbsent(key, value);
                    }
                });
            }
        }
        List<Object> rows = new ArrayList<>(asked.values());
        rows.addAll(others);
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
        values(entry).forEach((key, value) -> next.put(NAMES.contains(key) ? name : key, value));
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

    /** Of stored entries and fields, those stay that the body names again, with what it gives. Nested answers are stored as they come. */
    private static FakeHolderRecord record(FakeHolderRecord before, JsonObject body) {
        Map<String, List<Object>> kept = new LinkedHashMap<>();
        for (String section : List.of("attributes", "questions")) {
            List<JsonObject> sent = new ArrayList<>(body.objects(section));
            List<Object> entries = new ArrayList<>();
            for (Object stored : before.kept(section)) {
                String name = FormRules.nameOf(JsonObject.of(values(stored)), "");
                Optional<JsonObject> again = sent.stream()
                        .filter(pair -> FormRules.nameOf(pair, "").equals(name))
                        .findFirst();
                again.ifPresent(pair -> {
                    sent.remove(pair);
                    entries.add(next(values(stored), pair.values()));
                });
            }
            kept.put(section, entries);
        }
        Object nested = body.values().get(NESTED);
        kept.put(NESTED, nested instanceof List<?> list ? new ArrayList<>(list) : List.of());
        Map<String, Object> more = new LinkedHashMap<>(body.values());
        more.keySet().retainAll(before.more().keySet());
        return new FakeHolderRecord(body.text("seatNumber", ""), kept, more);
    }

    private static Map<String, @Nullable Object> next(
            Map<String, @Nullable Object> stored, Map<String, @Nullable Object> sent) {
        Map<String, @Nullable Object> next = new LinkedHashMap<>(stored);
        next.keySet().removeIf(key -> !NAMES.contains(key) && !OF_THE_FORM.contains(key) && !sent.containsKey(key));
        sent.forEach((key, value) -> {
            if (!NAMES.contains(key)) {
                next.put(key, value);
            }
        });
        return next;
    }

    static FakeReply success(String message) {
        return FakeReply.json(200, Json.map("type", "Success", "message", message));
    }
}
