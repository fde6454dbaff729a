package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notes, tasks and appointments of a contact (SPEC). */
final class ContactPapers {
    private final HighLevelState state;

    ContactPapers(HighLevelState state) {
        this.state = state;
    }

    Map<String, Ask.Handler> handlers() {
        Map<String, Ask.Handler> handlers = new LinkedHashMap<>();
        handlers(handlers, "note", RecordKind.NOTE);
        handlers(handlers, "task", RecordKind.TASK);
        handlers.put("tasks.complete", ask -> update(ask, RecordKind.TASK, "task"));
        handlers.put("contacts.appointments", ask -> list(ask, RecordKind.APPOINTMENT, "events"));
        return handlers;
    }

    private void handlers(Map<String, Ask.Handler> handlers, String name, RecordKind kind) {
        handlers.put(name + "s.list", ask -> list(ask, kind, name + "s"));
        handlers.put(name + "s.create", ask -> create(ask, kind, name));
        handlers.put(name + "s.get", ask -> FakeReply.json(200, Json.map(name, state.view(kind, find(ask, kind)))));
        handlers.put(name + "s.update", ask -> update(ask, kind, name));
        handlers.put(name + "s.delete", ask -> {
            state.remove(kind, find(ask, kind).id());
            return ContactRoutes.done(ask, Json.map());
        });
    }

    private FakeReply list(Ask ask, RecordKind kind, String name) {
        String contact = ContactRoutes.contact(state, ask, true).id();
        List<Map<String, Object>> rows = state.shelf(kind).where("contactId", contact).stream()
                .map(record -> state.view(kind, record))
                .toList();
        return FakeReply.json(200, Json.map(name, rows));
    }

    private FakeReply create(Ask ask, RecordKind kind, String name) {
        String contact = ContactRoutes.contact(state, ask, true).id();
        Map<String, Object> values = new LinkedHashMap<>(ask.body().values());
        values.put("contactId", contact);
        return FakeReply.json(201, Json.map(name, state.view(kind, state.create(kind, values))));
    }

    private FakeReply update(Ask ask, RecordKind kind, String name) {
        FakeRecord after = state.update(kind, find(ask, kind).withAll(ask.body().values()));
        return FakeReply.json(200, Json.map(name, state.view(kind, after)));
    }

    /** What the path names; the service's text for an unknown one is not on record. */
    private FakeRecord find(Ask ask, RecordKind kind) {
        String contact = ContactRoutes.contact(state, ask, true).id();
        return state.shelf(kind)
                .find(ask.variable("id"))
                .filter(record ->
                        record.text("contactId").filter(contact::equals).isPresent())
                .orElseThrow(() -> new Refusal(MembershipsDialect.error(
                        400, kind.label() + " with id " + ask.variable("id") + " not found", "Bad Request")));
    }
}
