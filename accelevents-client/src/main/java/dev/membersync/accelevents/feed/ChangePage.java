package dev.membersync.accelevents.feed;

import java.util.List;
import java.util.Optional;

/**
 * Some tickets of one reading.
 *
 * @param tickets the tickets, possibly none
 * @param next where the next reading begins: on the last page alone, and only after a complete reading, since the order of the vendor's rows is not documented. Store it
 *     together with what came of this page
 */
public record ChangePage(List<JoinedTicket> tickets, Optional<FeedMark> next) {
    public ChangePage {
        tickets = List.copyOf(tickets);
    }
}
