package dev.membersync.sync.store;

import java.util.Map;

/**
 * A member and its one issued ticket. One member has at most one link, and so has one ticket.
 *
 * @param userId the member
 * @param ticketRow the ticket's row
 * @param state whether the pair is alive
 * @param origin how the link came about
 * @param base per field, what both sides last agreed on
 * @param mapping the digest of the mapping that made the base
 * @param version raised by every replacement
 */
public record Link(
        String userId,
        long ticketRow,
        State state,
        Origin origin,
        Map<String, Base> base,
        String mapping,
        long version) {
    /** Whether a pair is alive. */
    public enum State {
        /** Both sides exist and follow each other. */
        LIVE,
        /** The ticket ended at Accelevents; the member is not registered again. */
        ENDED,
        /** Closed for good; kept so that late signals find it. */
        CLOSED,
        /** Stopped until a person lets it go on. */
        FENCED
    }

    /** How a link came about. */
    public enum Origin {
        /** The registration was made by this engine. */
        CREATED,
        /** The registration was there before. */
        ADOPTED
    }

    public Link {
        base = Map.copyOf(base);
    }

    /** This link with another base and mapping; the version stays, {@link Links#replace} raises it. */
    public Link withBase(Map<String, Base> newBase, String newMapping) {
        return new Link(userId, ticketRow, state, origin, newBase, newMapping, version);
    }

    /** This link as a replacement is kept. */
    Link next() {
        return new Link(userId, ticketRow, state, origin, base, mapping, version + 1);
    }

    /** This link in another state. */
    public Link withState(State newState) {
        return new Link(userId, ticketRow, newState, origin, base, mapping, version);
    }
}
