package dev.membersync.accelevents;

import dev.membersync.accelevents.internal.Bodies;
import dev.membersync.accelevents.internal.Pages;
import dev.membersync.accelevents.model.AcceleventsDialect;
import dev.membersync.accelevents.model.WireTime;
import dev.membersync.client.Operation;
import dev.membersync.client.Paged;
import dev.membersync.client.internal.ApiClient;
import dev.membersync.client.internal.CallBuilder;
import dev.membersync.client.internal.Fields;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One event as its calls need it. */
record EventWire(
        ApiClient api, Bodies bodies, AcceleventsDialect dialect, InstantSource time, String url, long occurrence) {
    CallBuilder call(Operation operation) {
        return api.call(operation).path("e", url);
    }

    /** For the calls that are documented to take an occurrence; an ordinary event has none. */
    CallBuilder inOccurrence(Operation operation) {
        return call(operation).query("recurringEventId", occurrence == 0 ? null : occurrence);
    }

    <T> Paged<T> list(
            Operation operation,
            int pageSize,
            boolean filtered,
            UnaryOperator<CallBuilder> query,
            Function<Fields, T> row,
            Function<T, String> key) {
        return Paged.of(
                cursor -> query.apply(inOccurrence(operation))
                        .query("page", cursor.number())
                        .query("size", pageSize)
                        .reader(body -> Pages.page(body, filtered, cursor, row)),
                key);
    }

    /** A query value; an empty one is left out. */
    static @Nullable String orNone(String text) {
        return text.isEmpty() ? null : text;
    }

    Instant now() {
        return time.instant();
    }

    String searchTime(Instant moment) {
        return WireTime.SEARCH.format(moment.atZone(dialect.zone()));
    }
}
