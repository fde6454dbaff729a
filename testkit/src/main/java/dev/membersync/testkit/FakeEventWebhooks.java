package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The webhooks of {@link FakeAccelevents}: tickets that are issued, checked in, cancelled or refunded and holders that change, whoever changed them. The vendor publishes
 * neither topics nor bodies: names and shapes here are a model, and every one can be turned. No delivery is signed; a secret can only be in the path or the query of the
 * target. Nothing is sent for a topic that has no target. Deliveries leave at the end of the call that caused them. Thread-safe.
 */
public final class FakeEventWebhooks {
    /** What is told. */
    public enum Change {
        /** A ticket was issued. */
        ISSUED,
        /** A ticket was checked in, or its check-in undone. */
        CHECKED_IN,
        /** A ticket was cancelled or deleted. */
        CANCELLED,
        /** Money went back. */
        REFUNDED,
        /** The answers of a holder changed. */
        HOLDER_CHANGED
    }

    /** How a body is built. */
    public enum Shape {
        /** {@code topic}, {@code eventUrl}, {@code orderId}, {@code eventTicketingId}, {@code barcode}, {@code email}, {@code status}, and a copy below {@code attendee}. */
        PLAIN,
        /** Everything below {@code data}: {@code event.eventURL}, {@code order.id} and the {@code order.attendee} list. */
        NESTED,
        /** Other names ({@code eventType}, {@code event_URL}, {@code ticketOrderNumber}, {@code barcodeId}, {@code attendeeEmail}) and ids as texts. */
        RESPELT
    }

    private final Switchboard board;
    private final Ids ids;
    private final Courier courier;
    private final Map<String, List<String>> targets = new LinkedHashMap<>();
    private final Map<Change, String> topics = new EnumMap<>(Map.of(
            Change.ISSUED, "ticket.issued",
            Change.CHECKED_IN, "ticket.checked-in",
            Change.CANCELLED, "ticket.cancelled",
            Change.REFUNDED, "ticket.refunded",
            Change.HOLDER_CHANGED, "holder.changed"));
    private final Map<String, List<Object>> gathered = new LinkedHashMap<>();
    private Shape shape = Shape.PLAIN;
    private boolean batched;

    FakeEventWebhooks(Switchboard board, AcceleventsState state, long seed) {
        this.board = board;
        this.ids = new Ids(seed);
        this.courier = new Courier(board, WebhookRetry.NONE, seed);
        courier.deliverByPost();
        state.listener(new TicketListener() {
            @Override
            public void changed(EventState event, @Nullable FakeTicket before, FakeTicket after, Instant at) {
                changes(before, after).forEach(change -> tell(change, event, after, at));
            }

            @Override
            public void refunded(EventState event, FakeTicket ticket, Instant at) {
                tell(Change.REFUNDED, event, ticket, at);
            }
        });
    }

    private static List<Change> changes(@Nullable FakeTicket before, FakeTicket after) {
        if (before == null) {
            return List.of(Change.ISSUED);
        }
        List<Change> changes = new ArrayList<>();
        if (before.live() && !after.live()) {
            changes.add(Change.CANCELLED);
        } else if (before.state() != after.state() && after.live()) {
            changes.add(Change.CHECKED_IN);
        }
        if (!before.answers().equals(after.answers())) {
            changes.add(Change.HOLDER_CHANGED);
        }
        return changes;
    }

    /** Adds a target to a topic, which may be any text, as the console does; a topic may have several. */
    public synchronized FakeEventWebhooks register(String topic, URI target) {
        targets.computeIfAbsent(topic, name -> new ArrayList<>()).add(target.toString());
        return this;
    }

    /** Adds a target to every topic that has a change. */
    public synchronized FakeEventWebhooks registerAll(URI target) {
        topics.values().forEach(topic -> register(topic, target));
        return this;
    }

    /** The topic of a change. */
    public synchronized String topic(Change change) {
        return topics.getOrDefault(change, change.name());
    }

    /** Gives a change another topic. */
    public synchronized FakeEventWebhooks topic(Change change, String topic) {
        topics.put(change, topic);
        return this;
    }

    /** How bodies are built; default {@link Shape#PLAIN}. */
    public synchronized FakeEventWebhooks shape(Shape value) {
        shape = value;
        return this;
    }

    /** Whether changes wait for {@link #flush} and leave as one array for each topic; default false. */
    public synchronized FakeEventWebhooks batched(boolean value) {
        batched = value;
        return this;
    }

    /** Whether every delivery is sent twice; default false. */
    public FakeEventWebhooks duplicated(boolean value) {
        courier.duplicated(value);
        return this;
    }

    /** Whether of two deliveries the later is sent first; default false. One that waits for another is sent by {@link #flush}. */
    public FakeEventWebhooks reordered(boolean value) {
        courier.reordered(value);
        return this;
    }

    /** Loses one of so many deliveries without a trace: 1 loses all, 0 (the default) none. */
    public FakeEventWebhooks losing(int oneOf) {
        courier.losing(oneOf);
        return this;
    }

    /** What is tried again; default nothing, as the vendor promises no retry. */
    public FakeEventWebhooks retry(WebhookRetry rule) {
        courier.retry(rule);
        return this;
    }

    /** Hands deliveries to a receiver that answers an HTTP status, instead of posting them; a receiver that throws counts as one that did not answer. */
    public FakeEventWebhooks deliverTo(ToIntFunction<FakeDelivery> sink) {
        courier.deliverTo(sink);
        return this;
    }

    /** Sends a body of the test's making to the targets of a topic. */
    public void send(String topic, Map<String, ?> body) {
        board.locked(() -> dispatch(topic, new LinkedHashMap<>(body)));
    }

    /** Sends what was gathered and what waits to be reordered, and everything that fell due. */
    public void flush() {
        board.locked(this::dispatchGathered);
        courier.flush();
    }

    /** Every attempt so far; what was lost is not among them. */
    public List<FakeDelivery> deliveries() {
        return courier.deliveries();
    }

    private synchronized void tell(Change change, EventState event, FakeTicket ticket, Instant at) {
        String topic = topic(change);
        if (!targets.containsKey(topic)) {
            return;
        }
        Map<String, Object> body = HookBody.of(shape, topic, event, ticket, at);
        if (batched) {
            gathered.computeIfAbsent(topic, name -> new ArrayList<>()).add(body);
        } else {
            dispatch(topic, body);
        }
    }

    private synchronized boolean dispatchGathered() {
        gathered.forEach(this::dispatch);
        gathered.clear();
        return true;
    }

    private synchronized boolean dispatch(String topic, Object body) {
        for (String target : targets.getOrDefault(topic, List.of())) {
            courier.send(new FakeDelivery(
                    topic,
                    ids.uuid(),
                    1,
                    board.now(),
                    target,
                    Map.of("content-type", "application/json"),
                    Json.bytes(body)));
        }
        return true;
    }
}
