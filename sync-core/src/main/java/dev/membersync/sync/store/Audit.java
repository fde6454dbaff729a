package dev.membersync.sync.store;

import java.util.List;

/** Every write at a vendor; only ever appended to. */
public interface Audit {
    /** Appends a row. */
    void append(AuditRow row);

    /** The rows that were appended last, newest first. */
    List<AuditRow> newest(int limit);

    /**
     * Rows in the order of writing.
     *
     * @param after only rows with a higher number; 0 for the first page
     */
    List<Entry> page(long after, int limit);

    /**
     * A row with its place.
     *
     * @param seq rises with every row; numbers may be left out
     * @param row the row
     */
    record Entry(long seq, AuditRow row) {}

    /** How many rows there are. */
    long count();
}
