package dev.membersync.accelevents.internal;

import dev.membersync.accelevents.model.AcceleventsDialect;
import dev.membersync.accelevents.model.WireTime;
import dev.membersync.client.Paged;
import dev.membersync.client.http.Reply;
import dev.membersync.client.internal.ApiClient;
import dev.membersync.client.internal.CallBuilder;
import dev.membersync.client.internal.Fields;
import dev.membersync.client.time.Time;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One organisation as the calls need it; {@code pages} is shown every reply that holds a page. */
public record Wire(ApiClient api, AcceleventsDialect dialect, Time time, Consumer<Reply> pages) {
    /** An organisation whose pages nobody watches. */
    public Wire(ApiClient api, AcceleventsDialect dialect, Time time) {
        this(api, dialect, time, reply -> {});
    }

    /** Starts the call of an operation. */
    public CallBuilder call(String operation) {
        return api.call(Operations.of(operation));
    }

    /** A list by page from zero; {@code filtered} says whether the query chose rows. */
    public <T> Paged<T> list(
            UnaryOperator<CallBuilder> query,
            String operation,
            int pageSize,
            boolean filtered,
            Function<Fields, T> row,
            Function<T, String> key) {
        return Paged.of(
                cursor -> query.apply(call(operation))
                        .query("page", cursor.number())
                        .query("size", pageSize)
                        .replyReader(reply -> {
                            pages.accept(reply);
                            return Pages.page(reply.body(), filtered, cursor, row);
                        }),
                key);
    }

    /** How answers are written. */
    public Pairs pairs() {
        return new Pairs(dialect);
    }

    /** The caller's clock as {@code clientDate} wants it. */
    public String clientDate() {
        return WireTime.CLIENT.format(time.instant().atZone(dialect.zone()));
    }

    /** A query value; an empty one is left out. */
    public static @Nullable String orNone(String text) {
        return text.isEmpty() ? null : text;
    }
}
