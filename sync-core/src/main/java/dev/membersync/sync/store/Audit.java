package dev.membersync.sync.store;

import java.util.List;

/** Every write at a vendor; only ever appended to. */
public interface Audit {
    /** Appends a row. */
    void append(AuditRow row);

    /** The rows that were appended last, newest first. */
    List<AuditRow> newest(int limit);

    /** How many rows there are. */
    long count();
}
