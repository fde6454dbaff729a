package dev.membersync.sync.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Members and their tickets. */
public interface Links {
    /** The links of these members, by userId. */
    Map<String, Link> find(Collection<String> userIds);

    /** The links of these tickets, by row number. */
    Map<Long, Link> byTicket(Collection<Long> ticketRows);

    /**
     * Adds a link with the version it carries.
     *
     * @throws StoreException.Stale when the member or the ticket has one already, or the ticket's row is no more
     */
    void insert(Link link);

    /**
     * Replaces a link that is still at this version, and raises it.
     *
     * @return the link as it is kept now
     * @throws StoreException.Stale when it is not, or when its new ticket has a link already or its row is no more
     */
    Link replace(Link link);

    /** Links in the order of their userId. */
    List<Link> page(String afterUserId, int limit);

    /** How many links are in this state. */
    long count(Link.State state);
}
