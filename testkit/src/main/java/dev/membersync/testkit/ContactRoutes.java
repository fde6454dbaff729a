package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads of contacts outside the search, and who answers what about contacts. */
final class ContactRoutes {
    private final HighLevelState state;

    ContactRoutes(HighLevelState state) {
        this.state = state;
    }

    Map<String, Ask.Handler> handlers() {
        ContactWrites writes = new ContactWrites(state);
        return Map.of(
                "contacts.search", new ContactSearch(state)::search,
                "contacts.duplicate", this::duplicate,
                "contacts.upsert", writes::upsert,
                "contacts.create", writes::create,
                "contacts.update", writes::update,
                "contacts.delete", writes::delete,
                "contacts.get", ask -> whole(contact(state, ask, false)),
                "contacts.list", this::list,
                "contacts.byBusiness", this::byBusiness);
    }

    /** The contact of the path. Some routes word their refusal in another shape (LIVE). */
    static FakeRecord contact(HighLevelState state, Ask ask, boolean below) {
        String id = ask.variable("contactId");
        FakeRecord contact = state.shelf(RecordKind.CONTACT).find(id).orElseThrow(() -> unknown(state, id, below));
        if (!ask.who().reaches(contact.text("locationId").orElse(""))) {
            throw HighLevelDialect.foreignLocation();
        }
        return contact;
    }

    private static Refusal unknown(HighLevelState state, String id, boolean below) {
        return new Refusal(
                below || state.switches().contactErrorsWithStatus()
                        ? FakeReply.json(400, Json.map("error", "Contact with id " + id + " not found", "status", 400))
                        : MembershipsDialect.error(400, "Contact not found for id:" + id, "Bad Request"));
    }

    /** A body with the success flag of the version: misspelt in version 2, both spellings in version 3. */
    static FakeReply done(Ask ask, Map<String, Object> body) {
        Map<String, Object> flagged = Json.map("succeded", true);
        if (ask.v3()) {
            flagged.put("succeeded", true);
        }
        flagged.putAll(body);
        return FakeReply.json(200, flagged);
    }

    private static FakeReply whole(FakeRecord contact) {
        return FakeReply.json(200, Json.map("contact", ContactView.whole(contact)));
    }

    private FakeReply duplicate(Ask ask) {
        JsonObject sought = JsonObject.of(Json.map(
                "email",
                ask.query("email").orElse(""),
                "phone",
                ask.query("number").orElse("")));
        return new ContactDuplicates(state)
                .match(ask.query("locationId").orElse(""), sought, null)
                .map(match -> whole(match.contact()))
                .orElseGet(() -> FakeReply.json(200, Json.map("contact", null)));
    }

    /** Newest first, by the pair of time and id that the last row names. */
    private FakeReply list(Ask ask) {
        String location = ask.query("locationId").orElseThrow(HighLevelDialect::foreignLocation);
        long limit = ask.number("limit", 20);
        if (limit > 100 || limit < 1) {
            throw MembershipsDialect.invalid(List.of("limit must not be greater than 100"));
        }
        Comparator<FakeRecord> order = Comparator.<FakeRecord>comparingLong(c -> ContactView.millis(c, "dateAdded"))
                .reversed()
                .thenComparing(FakeRecord::id);
        String text = ask.query("query").orElse("").toLowerCase(Locale.ROOT);
        List<FakeRecord> all = state.shelf(RecordKind.CONTACT).where("locationId", location).stream()
                .filter(contact -> ContactSearch.mentions(contact, text) || text.isEmpty())
                .sorted(order)
                .toList();
        long first = ask.query("startAfter").isEmpty()
                ? 0
                : all.stream().filter(c -> !isAfter(c, ask)).count();
        List<FakeRecord> page = ask.page(all, first, limit);
        Map<String, Object> meta = Json.map("total", all.size());
        if (!page.isEmpty()) {
            FakeRecord end = page.get(page.size() - 1);
            meta.put("startAfter", ContactView.millis(end, "dateAdded"));
            meta.put("startAfterId", end.id());
        }
        List<Map<String, Object>> rows = page.stream().map(ContactView::row).toList();
        return FakeReply.json(200, Json.map("contacts", rows, "count", all.size(), "meta", meta));
    }

    private static boolean isAfter(FakeRecord contact, Ask ask) {
        long start = Long.parseLong(ask.query("startAfter").orElse("0"));
        long added = ContactView.millis(contact, "dateAdded");
        return added < start
                || (added == start
                        && contact.id().compareTo(ask.query("startAfterId").orElse("")) > 0);
    }

    private FakeReply byBusiness(Ask ask) {
        List<FakeRecord> all = state.shelf(RecordKind.CONTACT).where("businessId", ask.variable("businessId"));
        Stream<FakeRecord> page = ask.page(all, ask.number("skip", 0), ask.number("limit", 25)).stream();
        return FakeReply.json(
                200, Json.map("contacts", page.map(ContactView::whole).toList(), "count", all.size()));
    }
}
