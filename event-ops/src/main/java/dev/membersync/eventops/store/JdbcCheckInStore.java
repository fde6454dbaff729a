package dev.membersync.eventops.store;

import dev.membersync.eventops.checkin.CheckInStore;
import dev.membersync.sync.store.JdbcStore;
import dev.membersync.sync.store.SqlSession;
import java.util.function.Function;

/**
 * A check-in store in the database of a {@link JdbcStore}, whose tables it makes. Its transactions take turns with those
 * of the synchronisation; while an overlay of that store is open (a plan runs), scans cannot be kept and fail.
 */
public final class JdbcCheckInStore implements CheckInStore {
    private final JdbcStore store;
    private final String event;

    private JdbcCheckInStore(JdbcStore store, String event) {
        this.store = store;
        this.event = event;
    }

    /**
     * The check-in of this event in a store, which stays the caller's to close.
     *
     * @throws dev.membersync.sync.store.StoreException when the tables are those of a newer version
     */
    public static JdbcCheckInStore open(JdbcStore store, String event) {
        store.open(CheckInTables.ANNEX);
        return new JdbcCheckInStore(store, event);
    }

    @Override
    public String event() {
        return event;
    }

    @Override
    public <T> T inTransaction(Function<Tx, T> work) {
        return store.inTransaction(session -> work.apply(Parts.of(session, event)));
    }

    private record Parts(Facts facts, Admissions admissions, Issued issued, Lists lists, Uploads uploads)
            implements Tx {
        static Parts of(SqlSession session, String event) {
            return new Parts(
                    new SqlFacts(session, event),
                    new SqlAdmissions(session, event),
                    new SqlIssued(session, event),
                    new SqlLists(session, event),
                    new SqlUploads(session, event));
        }
    }
}
