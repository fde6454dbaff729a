package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tags, followers, workflows, campaigns and bulk edits of contacts (SPEC). */
final class ContactActions {
    private final HighLevelState state;

    ContactActions(HighLevelState state) {
        this.state = state;
    }

    Map<String, Ask.Handler> handlers() {
        return Map.ofEntries(
                Map.entry("contacts.tags.add", ask -> list(ask, "tags", true, 201, null)),
                Map.entry("contacts.tags.remove", ask -> list(ask, "tags", false, 200, null)),
                Map.entry("contacts.followers.add", ask -> list(ask, "followers", true, 201, "followersAdded")),
                Map.entry("contacts.followers.remove", ask -> list(ask, "followers", false, 200, "followersRemoved")),
                Map.entry("contacts.bulkTags", this::bulkTags),
                Map.entry("contacts.bulkBusiness", this::bulkBusiness),
                Map.entry("contacts.workflow.add", ask -> enrol(ask, "workflowId", 200)),
                Map.entry("contacts.workflow.remove", ask -> leave(ask, "workflowId")),
                Map.entry("contacts.campaigns.add", ask -> enrol(ask, "campaignId", 201)),
                Map.entry("contacts.campaigns.remove", ask -> leave(ask, "campaignId")),
                Map.entry("contacts.campaigns.removeAll", this::leaveAll),
                Map.entry("contacts.campaigns.removeAllV3", this::leaveAll));
    }

    private FakeReply list(Ask ask, String name, boolean add, int status, @Nullable String changed) {
        FakeRecord before = ContactRoutes.contact(state, ask, true);
        FakeRecord after = change(before, name, ask.body().texts(name), add);
        Map<String, Object> body = Json.map(name, after.texts(name));
        if (changed != null) {
            body.put(changed, ask.body().texts(name));
        }
        return FakeReply.json(status, body);
    }

    private FakeRecord change(FakeRecord contact, String name, List<String> texts, boolean add) {
        return change(contact, contact.texts(name), name, texts, add);
    }

    private FakeRecord change(FakeRecord contact, List<String> from, String name, List<String> texts, boolean add) {
        Set<String> list = new LinkedHashSet<>(from);
        boolean same = !(add ? list.addAll(texts) : list.removeAll(texts)) && from.equals(contact.texts(name));
        return !same ? state.update(RecordKind.CONTACT, contact.with(name, List.copyOf(list))) : contact;
    }

    /** Answers 2xx with an error per contact it does not know. */
    private FakeReply bulkTags(Ask ask) {
        if (!ask.variable("type").matches("add|remove")) {
            throw MembershipsDialect.invalid(List.of("type must be one of the following values: add, remove"));
        }
        boolean add = ask.variable("type").equals("add");
        List<Object> responses = new ArrayList<>();
        int errors = 0;
        for (String id : ask.body().texts("contacts")) {
            FakeRecord contact = state.shelf(RecordKind.CONTACT).find(id).orElse(null);
            if (contact == null) {
                errors++;
                responses.add(Json.map("contactId", id, "error", "Contact with id " + id + " not found"));
                continue;
            }
            List<String> from = ask.body().flag("removeAllTags") ? List.of() : contact.texts("tags");
            FakeRecord after = change(contact, from, "tags", ask.body().texts("tags"), add);
            responses.add(Json.map("contactId", id, "tags", after.texts("tags")));
        }
        return FakeReply.json(201, Json.map("succeded", true, "errorCount", errors, "responses", responses));
    }

    private FakeReply bulkBusiness(Ask ask) {
        List<String> ids = ask.body().texts("ids");
        @Nullable Object business = ask.body().values().get("businessId");
        ids.stream()
                .flatMap(id -> state.shelf(RecordKind.CONTACT).find(id).stream())
                .forEach(contact -> state.update(RecordKind.CONTACT, contact.with("businessId", business)));
        return FakeReply.json(200, Json.map("success", true, "ids", ids));
    }

    private FakeReply enrol(Ask ask, String where, int status) {
        FakeRecord contact = ContactRoutes.contact(state, ask, true);
        state.create(
                RecordKind.ENROLMENT,
                Json.map(
                        "contactId",
                        contact.id(),
                        where,
                        ask.variable(where),
                        "eventStartTime",
                        ask.body().text("eventStartTime").orElse(null)));
        return FakeReply.json(status, Json.map("succeded", true));
    }

    private FakeReply leave(Ask ask, String where) {
        return leave(ask, where, ask.variable(where));
    }

    private FakeReply leaveAll(Ask ask) {
        return leave(ask, "campaignId", null);
    }

    private FakeReply leave(Ask ask, String where, @Nullable String which) {
        String contact = ContactRoutes.contact(state, ask, true).id();
        state.shelf(RecordKind.ENROLMENT).where("contactId", contact).stream()
                .filter(one -> one.text(where)
                        .filter(text -> which == null || text.equals(which))
                        .isPresent())
                .forEach(one -> state.remove(RecordKind.ENROLMENT, one.id()));
        return ContactRoutes.done(ask, Json.map());
    }
}
