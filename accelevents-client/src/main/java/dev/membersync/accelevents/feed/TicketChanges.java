package dev.membersync.accelevents.feed;

import dev.membersync.accelevents.internal.EventWire;
import dev.membersync.client.error.PagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The tickets of an event for a poller: all of them once, then those that changed since.
 *
 * <p>A reading is walked page by page; only its last page carries the mark of the next one, so a reading that was cut off begins again where it began, and nothing is
 * lost. The mark is the server's clock ({@code Date} header) when the first page of orders was answered, or the caller's clock before it was asked; every reading goes
 * back behind its mark by the overlap, so tickets come again: handle them by identity. Immutable and safe for many threads; each iterator belongs to one thread.
 */
public final class TicketChanges {
    /** How far a reading goes back behind its mark by default: changes that the server had stamped and not yet shown. */
    public static final Duration DEFAULT_OVERLAP = Duration.ofSeconds(60);

    private final EventWire event;
    private final Duration overlap;

    /** The changes of this event. */
    @SuppressWarnings("exports") // made by the client alone
    public TicketChanges(EventWire event) {
        this(event, DEFAULT_OVERLAP);
    }

    private TicketChanges(EventWire event, Duration overlap) {
        this.event = event;
        this.overlap = overlap;
    }

    /**
     * The same changes with another overlap.
     *
     * @param back at least a second, since the filter has whole seconds and may leave out changes of its own second; {@link IllegalArgumentException} for less
     */
    public TicketChanges withOverlap(Duration back) {
        if (back.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("readings overlap by a second at least, not " + back);
        }
        return new TicketChanges(event, back);
    }

    /**
     * Tickets of the orders created or updated since a mark (DOC), {@link Origin#ORDERS} each. Whether a check-in or a change of the holder updates its order is not
     * documented: read {@link #all()} now and then. In memory are one page and the ids of the orders read so far.
     *
     * <p>Walking throws {@link PagingException} when orders moved between pages unseen, and {@code ApiException} as the list does; the mark stays where it was then.
     */
    public Iterable<ChangePage> since(FeedMark mark) {
        return () -> new ChangeWalk(event, Optional.of(from(mark.moment())));
    }

    /**
     * Every ticket, the attendee list joined with the orders: that list is read first, whole, and kept as ids and statuses; then the orders stream by; rows without an
     * order come last, which takes a second reading of the attendee list when there are any. A ticket sold meanwhile may show as {@link Origin#ORDERS}. Either list
     * complete or an error, as for {@link #since}.
     */
    public Iterable<ChangePage> all() {
        return () -> new ChangeWalk(event, Optional.empty());
    }

    /** An hour that a zone has twice says nothing certain, so the reading begins before it. */
    private Instant from(Instant mark) {
        var start = mark.minus(overlap);
        var zone = event.wire().dialect().zone();
        var change = zone.getRules().getTransition(start.atZone(zone).toLocalDateTime());
        return change == null
                ? start
                : change.getDateTimeAfter().minusSeconds(1).atZone(zone).toInstant();
    }
}
