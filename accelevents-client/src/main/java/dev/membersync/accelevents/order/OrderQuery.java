package dev.membersync.accelevents.order;

import dev.membersync.accelevents.internal.Sizes;
import java.time.Instant;
import java.util.Optional;

/**
 * Which rows of the orders list to read.
 *
 * @param since only orders created or updated after this moment (DOC), in the zone of the dialect; empty for all
 * @param search a text to look for; empty for all rows
 * @param pageSize rows of one page; default 100, the vendor's own default is 10 (DOC)
 */
public record OrderQuery(Optional<Instant> since, String search, int pageSize) {
    /** Every order, 100 rows a page. */
    public static final OrderQuery ALL = new OrderQuery(Optional.empty(), "", 100);

    public OrderQuery {
        Sizes.check(pageSize);
    }

    /** Only what was created or updated after this moment. */
    public OrderQuery withSince(Instant moment) {
        return new OrderQuery(Optional.of(moment), search, pageSize);
    }

    /** The same rows, searched for a text. */
    public OrderQuery withSearch(String text) {
        return new OrderQuery(since, text, pageSize);
    }

    /** The same rows in pages of another size. */
    public OrderQuery withPageSize(int rows) {
        return new OrderQuery(since, search, rows);
    }

    @Override
    public String toString() {
        return "OrderQuery[" + (search.isEmpty() ? "" : "a search, ") + pageSize + " a page]";
    }
}
