package dev.membersync.memberships.internal;

import dev.membersync.client.Cursor;
import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.Json;
import dev.membersync.memberships.profile.Paging;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The marks by which some lists say where their next page begins, carried in a cursor as one text of JSON. */
final class Marks {

    private Marks() {}

    /** The parameters that ask for the page of this cursor; none for the first page and for lists without marks. */
    static Map<String, Object> ask(Paging paging, Cursor cursor) {
        return paging.marked() && cursor.token().isPresent()
                ? Json.object(cursor.token().get().getBytes(StandardCharsets.UTF_8), Fields::all)
                : Map.of();
    }

    /** What the last row of a page carries. */
    static Optional<String> ofRow(Paging paging, Fields row) {
        List<Object> values = row.list(paging.at());
        return values.isEmpty() ? Optional.empty() : Optional.of(text(Map.of(paging.at(), values)));
    }

    /** What stands beside the rows of a page. */
    static Optional<String> ofEnvelope(Paging paging, Fields envelope) {
        if (paging.style() == Paging.Style.PAGE_TOKEN) {
            return envelope.object("pagination")
                    .flatMap(page -> page.text("nextPageToken"))
                    .filter(token -> !token.isEmpty())
                    .map(token -> text(Map.of(paging.at(), token)));
        }
        Fields meta = envelope.object("meta").orElse(envelope);
        Map<String, Object> marks = new LinkedHashMap<>();
        paging.marks().forEach(name -> meta.text(name).ifPresent(mark -> marks.put(name, mark)));
        return marks.size() == paging.marks().size() ? Optional.of(text(marks)) : Optional.empty();
    }

    private static String text(Map<String, Object> marks) {
        return new String(Json.bytes(marks), StandardCharsets.UTF_8);
    }
}
