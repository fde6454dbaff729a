package dev.membersync.accelevents.internal;

import dev.membersync.accelevents.id.OccurrenceId;
import dev.membersync.client.Paged;
import dev.membersync.client.http.Reply;
import dev.membersync.client.internal.CallBuilder;
import dev.membersync.client.internal.Fields;
import dev.membersync.client.policy.Lane;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One event, or one occurrence of it, as its calls need it. */
public record EventWire(Wire wire, String url, Optional<OccurrenceId> occurrence) {
    /** Starts the call of an operation of this event. */
    public CallBuilder call(String operation) {
        return wire.call(operation).path("e", url);
    }

    /** For the calls that are documented to take an occurrence; an ordinary event has none. */
    public CallBuilder inOccurrence(String operation) {
        return occurring(call(operation));
    }

    /** The same event, every reply that holds a page shown to a watcher as it arrives. */
    public EventWire watched(Consumer<Reply> pages) {
        return new EventWire(new Wire(wire.api(), wire.dialect(), wire.time(), pages), url, occurrence);
    }

    /** The same event, its calls in another lane of the rate budget. */
    public EventWire inLane(Lane lane) {
        return new EventWire(
                new Wire(wire.api().inLane(lane), wire.dialect(), wire.time(), wire.pages()), url, occurrence);
    }

    /** A list of the event, or of its occurrence, by page from zero; {@code filtered} says whether the query chose rows. */
    public <T> Paged<T> list(
            String operation,
            int pageSize,
            boolean filtered,
            UnaryOperator<CallBuilder> query,
            Function<Fields, T> row,
            Function<T, String> key) {
        return wire.list(call -> query.apply(occurring(call.path("e", url))), operation, pageSize, filtered, row, key);
    }

    private CallBuilder occurring(CallBuilder call) {
        return call.query(
                "recurringEventId", occurrence.map(OccurrenceId::value).orElse(null));
    }
}
