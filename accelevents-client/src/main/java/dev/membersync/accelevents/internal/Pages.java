package dev.membersync.accelevents.internal;

import dev.membersync.client.Cursor;
import dev.membersync.client.Page;
import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.Json;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads one page of a list, whatever its envelope; that of the orders list is not documented, so the known ones are all taken (OLD, LIVE). */
public final class Pages {
    private static final List<String> ROWS = Stream.of("", "response.", "data.")
            .flatMap(prefix -> Stream.of(
                            "attendees",
                            "orders",
                            "data",
                            "content",
                            "items",
                            "results",
                            "speakers",
                            "sessions",
                            "events",
                            "organizers")
                    .map(name -> prefix + name))
            .toList();

    private Pages() {}

    /**
     * Reads a page.
     *
     * @param filtered whether the request chose rows, so that {@code recordsFiltered} is the total of the list
     */
    public static <T> Page<T> page(byte[] body, boolean filtered, Cursor cursor, Function<Fields, T> row) {
        var rows = Json.page(body, ROWS, row);
        var envelope = rows.envelope().anyCase();
        var total = filtered
                ? envelope.number("recordsFiltered", "totalElements")
                : envelope.number("recordsTotal", "totalElements", "totalCount", "total", "recordsFiltered");
        var more = !rows.items().isEmpty()
                && more(envelope, total, cursor, rows.items().size());
        Optional<String> next = more ? Optional.of(Integer.toString(cursor.number() + 1)) : Optional.empty();
        return new Page<>(rows.items(), total, next, cursor.number());
    }

    /** The rows of a list that has no pages. */
    public static <T> List<T> rows(byte[] body, Function<Fields, T> row) {
        return Json.page(body, ROWS, row).items();
    }

    /** A short page is no end: a server may cut pages down. Without any sign the walk goes on to an empty page. */
    private static boolean more(Fields envelope, OptionalLong total, Cursor cursor, int rows) {
        if (total.isPresent()) {
            return cursor.seen() + rows < total.getAsLong();
        }
        var pages = envelope.number("totalPages");
        return !envelope.flag("last").orElse(false)
                && envelope.flag("hasNext").orElse(true)
                && (pages.isEmpty() || cursor.number() + 1 < pages.getAsLong());
    }
}
