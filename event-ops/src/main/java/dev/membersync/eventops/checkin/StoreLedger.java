package dev.membersync.eventops.checkin;

import dev.membersync.eventops.ticket.ListEntry;
import dev.membersync.eventops.ticket.ListKind;
import dev.membersync.eventops.ticket.ListLedger;
import dev.membersync.eventops.ticket.ListUpdate;
import java.time.Instant;

/** The lists of a check-in store, to be signed and published for gates that are offline. */
public final class StoreLedger implements ListLedger {
    private final CheckInStore store;

    private StoreLedger(CheckInStore store) {
        this.store = store;
    }

    /** The lists of this store's event. */
    public static StoreLedger of(CheckInStore store) {
        return new StoreLedger(store);
    }

    @Override
    public <E extends ListEntry> void put(ListKind<E> kind, String eventId, E entry) {
        check(eventId);
        store.inTransaction(tx -> {
            tx.lists().put(kind, entry);
            return entry;
        });
    }

    @Override
    public <E extends ListEntry> ListUpdate<E> since(ListKind<E> kind, String eventId, long version, Instant asOf) {
        check(eventId);
        return store.inTransaction(tx -> tx.lists().since(kind, version, asOf));
    }

    private void check(String eventId) {
        if (!eventId.equals(store.event())) {
            throw new IllegalArgumentException(
                    "these are the lists of event " + store.event() + ", not of " + eventId + "; open its own store");
        }
    }
}
