package dev.membersync.memberships.internal;

import dev.membersync.client.Cursor;
import dev.membersync.client.Page;
import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.Json;
import dev.membersync.client.internal.JsonReader;
import dev.membersync.client.internal.Rows;
import dev.membersync.client.internal.UnreadableException;
import dev.membersync.memberships.profile.Paging;
import dev.membersync.memberships.profile.Route;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Reads a page out of the envelope of its route and says how the next one is asked for. One row that cannot be read fails
 * the page as a whole, because a skipped row would look like a deleted one.
 */
public final class PageBody<T> implements JsonReader<Page<T>> {

    private final Route route;
    private final Cursor cursor;
    private final Function<Fields, T> row;
    private Optional<String> mark = Optional.empty();

    /** A reader of one reply. */
    public PageBody(Route route, Cursor cursor, Function<Fields, T> row) {
        this.route = route;
        this.cursor = cursor;
        this.row = row;
    }

    @Override
    public Page<T> read(byte[] body) {
        Paging paging = route.paging();
        boolean rowMarks = paging.style() == Paging.Style.ROW_MARK;
        Rows<T> rows = Json.page(body, route.keys(), fields -> {
            mark = rowMarks ? Marks.ofRow(paging, fields) : Optional.empty();
            return row.apply(fields);
        });
        OptionalLong total = total(rows.envelope(), route.totals());
        int held = rows.items().size();
        Optional<String> next;
        if (paging.marked()) {
            Optional<String> given = rowMarks ? mark : Marks.ofEnvelope(paging, rows.envelope());
            next = paging.goesOn(cursor, held, total) ? marked(paging, given, held, total) : Optional.empty();
        } else {
            next = paging.after(cursor, held, total);
        }
        return new Page<>(rows.items(), total, next, cursor.number());
    }

    /** A full page without a mark is not the last one: to end there would lose the rest in silence. */
    private Optional<String> marked(Paging paging, Optional<String> given, int held, OptionalLong total) {
        boolean complete = total.isPresent() && cursor.seen() + held >= total.getAsLong();
        if (given.isEmpty() && paging.style() != Paging.Style.PAGE_TOKEN && !complete) {
            throw new UnreadableException("the page is full and does not say by " + paging.at() + " what follows");
        }
        return given;
    }

    private static OptionalLong total(Fields envelope, List<String> keys) {
        return keys.stream()
                .map(key -> total(envelope, key))
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    private static OptionalLong total(Fields envelope, String key) {
        int dot = key.indexOf('.');
        return dot < 0
                ? envelope.number(key)
                : envelope.object(key.substring(0, dot))
                        .map(inner -> inner.number(key.substring(dot + 1)))
                        .orElse(OptionalLong.empty());
    }
}
