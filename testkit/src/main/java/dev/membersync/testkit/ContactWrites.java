package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Create, update, upsert and delete of contacts, which refuse duplicates (SPEC and LIVE). */
final class ContactWrites {
    private static final List<String> IDENTIFYING =
            List.of("email", "phone", "firstName", "lastName", "name", "companyName");

    private final HighLevelState state;
    private final ContactDuplicates duplicates;

    ContactWrites(HighLevelState state) {
        this.state = state;
        this.duplicates = new ContactDuplicates(state);
    }

    FakeReply create(Ask ask) {
        refuseNobody(ask.body());
        duplicates.refuse(ask.body().text("locationId", ""), ask.body(), null);
        return FakeReply.json(201, Json.map("contact", ContactView.created(add(ask.body()))));
    }

    FakeReply update(Ask ask) {
        FakeRecord before = ContactRoutes.contact(state, ask, false);
        duplicates.refuse(before.text("locationId").orElse(""), ask.body(), before.id());
        FakeRecord after = state.update(RecordKind.CONTACT, merged(before, ask.body()));
        return ContactRoutes.done(ask, Json.map("contact", ContactView.whole(after)));
    }

    FakeReply upsert(Ask ask) {
        JsonObject body = ask.body();
        String location = body.text("locationId", "");
        boolean another = body.flag("createNewIfDuplicateAllowed") && duplicates.allowsDuplicates(location);
        Optional<ContactDuplicates.Match> match = another ? Optional.empty() : duplicates.match(location, body, null);
        if (match.isEmpty()) {
            refuseNobody(body);
            return FakeReply.json(200, Json.map("new", true, "contact", ContactView.whole(add(body))));
        }
        FakeRecord before = match.get().contact();
        FakeRecord after = merged(before, body);
        String other = match.get().field().equals("email") ? "phone" : "email";
        if (after.text(other).isPresent()
                && duplicates.taken(location, other, after.text(other).get(), before.id())) {
            // E-mail and phone of two people: only the first match is updated, the other field is silently ignored.
            after = after.with(other, before.values().get(other));
        }
        state.update(RecordKind.CONTACT, after);
        return FakeReply.json(200, Json.map("new", false, "contact", ContactView.whole(after)));
    }

    FakeReply delete(Ask ask) {
        state.remove(
                RecordKind.CONTACT, ContactRoutes.contact(state, ask, false).id());
        return ContactRoutes.done(ask, Json.map());
    }

    /** The HTTP status and the one in the body disagree here (LIVE). */
    private static void refuseNobody(JsonObject sent) {
        if (IDENTIFYING.stream().allMatch(field -> sent.text(field, "").isEmpty())) {
            throw new Refusal(FakeReply.json(
                    400,
                    Json.map(
                            "statusCode",
                            422,
                            "message",
                            List.of("a contact needs an email, a phone or a name"),
                            "error",
                            "Unprocessable Entity")));
        }
    }

    private FakeRecord add(JsonObject sent) {
        return state.shelf(RecordKind.CONTACT)
                .put(
                        merged(
                                new FakeRecord(
                                        state.ids().next(RecordKind.CONTACT),
                                        RecordDefaults.of(RecordKind.CONTACT, state)),
                                sent),
                        state.now());
    }

    private FakeRecord merged(FakeRecord before, JsonObject sent) {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>(sent.values());
        changes.remove("customFields");
        changes.remove("createNewIfDuplicateAllowed");
        @Nullable Object name = changes.remove("name");
        if (name != null && !changes.containsKey("firstName") && !changes.containsKey("lastName")) {
            String[] parts = String.valueOf(name).split(" ", 2);
            changes.put("firstName", parts[0]);
            changes.put("lastName", parts.length > 1 ? parts[1] : null);
        }
        if (changes.containsKey("tags")) {
            changes.put("tags", sent.texts("tags").stream().distinct().toList());
        }
        return fields(before.withAll(changes), sent.objects("customFields"));
    }

    /** Only named fields change; a field nobody defined is ignored (INFER). */
    private FakeRecord fields(FakeRecord contact, List<JsonObject> sent) {
        FakeRecord after = contact;
        List<String> problems = new ArrayList<>();
        for (JsonObject field : sent) {
            field.keys().stream()
                    .filter(key ->
                            !List.of("id", "key", "field_value", "fieldValue").contains(key))
                    .map(key -> "customFields.property " + key + " should not exist")
                    .forEach(problems::add);
            Optional<FakeRecord> known =
                    field.text("id").or(() -> field.text("key")).flatMap(state::customField);
            @Nullable Object value =
                    field.values().getOrDefault("fieldValue", field.values().get("field_value"));
            if (known.isPresent()) {
                after = ContactMembers.withField(after, known.get().id(), value);
            }
        }
        if (!problems.isEmpty()) {
            throw MembershipsDialect.invalid(problems);
        }
        return after;
    }
}
