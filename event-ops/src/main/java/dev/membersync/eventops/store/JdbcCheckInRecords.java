package dev.membersync.eventops.store;

import dev.membersync.eventops.privacy.EventRecords;
import dev.membersync.sync.store.JdbcStore;
import java.util.List;

/** The records of the check-in in a database, as they go when their time is over. */
public final class JdbcCheckInRecords implements EventRecords {
    private static final List<String> TABLES = List.of(
            "checkin_fact", "checkin_admission", "checkin_ticket", "checkin_list", "checkin_event", "checkin_upload");

    private final JdbcStore store;

    private JdbcCheckInRecords(JdbcStore store) {
        this.store = store;
    }

    /** The check-in of every event in a store. */
    public static JdbcCheckInRecords open(JdbcStore store) {
        store.open(CheckInTables.ANNEX);
        return new JdbcCheckInRecords(store);
    }

    @Override
    public long retire(String place, boolean rehearsal) {
        return store.inTransaction(session -> TABLES.stream()
                .mapToLong(table -> rehearsal
                        ? session.number("SELECT COUNT(*) FROM " + table + " WHERE event=?", place)
                        : session.update("DELETE FROM " + table + " WHERE event=?", place))
                .sum());
    }
}
