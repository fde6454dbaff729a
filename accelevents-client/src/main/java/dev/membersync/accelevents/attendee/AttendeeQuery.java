package dev.membersync.accelevents.attendee;

import dev.membersync.accelevents.internal.Sizes;
import dev.membersync.accelevents.ticket.DataType;

/**
 * Which rows of the attendee list to read.
 *
 * @param search a text to look for; empty for all rows
 * @param dataType tickets or add-ons; default tickets
 * @param pageSize rows of one page; default 100, the vendor's own default (DOC)
 */
public record AttendeeQuery(String search, DataType dataType, int pageSize) {
    /** Every ticket, 100 rows a page. */
    public static final AttendeeQuery ALL = new AttendeeQuery("", DataType.TICKET, 100);

    public AttendeeQuery {
        Sizes.check(pageSize);
    }

    /** The same rows, searched for a text. */
    public AttendeeQuery withSearch(String text) {
        return new AttendeeQuery(text, dataType, pageSize);
    }

    /** The same rows in pages of another size. */
    public AttendeeQuery withPageSize(int rows) {
        return new AttendeeQuery(search, dataType, rows);
    }

    @Override
    public String toString() {
        return "AttendeeQuery[" + (search.isEmpty() ? "" : "a search, ") + pageSize + " a page]";
    }
}
