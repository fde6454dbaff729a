package dev.membersync.sync.engine;

import dev.membersync.client.time.Time;
import dev.membersync.sync.store.Incident;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.StoreException;
import dev.membersync.sync.store.SyncStore;
import dev.membersync.sync.store.SyncStore.Tx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Raises and ends the incidents of one workflow in the store. What a store that is down does not take is kept, one for
 * each kind and subject, until it does. Thread-safe.
 */
public final class IncidentBook {
    private static final int MOST = 1_000;

    private final SyncStore store;
    private final Scope scope;
    private final Time time;
    private final Map<String, Incident> kept = new LinkedHashMap<>();

    /** The incidents of the workflow with this scope. */
    public IncidentBook(SyncStore store, Scope scope, Time time) {
        this.store = store;
        this.scope = scope;
        this.time = time;
    }

    static IncidentBook of(Parts parts) {
        return new IncidentBook(parts.store(), parts.scope(), parts.time());
    }

    /** Raises one, now. */
    public void raise(Incident incident) {
        keep(incident);
    }

    /** Ends one that was raised, now. */
    void end(Incident incident) {
        keep(incident.closed(time.instant()));
    }

    /** Ends all that are of such a kind, in the store and here. */
    public void endAll(Predicate<String> kinds) {
        open().stream().filter(incident -> kinds.test(incident.kind())).forEach(this::end);
    }

    /** The open ones, by kind and subject; those that are kept here last. */
    synchronized List<Incident> open() {
        List<Incident> open = new ArrayList<>();
        attempt(tx -> tx.incidents().open(MOST).stream()
                .filter(incident -> !kept.containsKey(key(incident)))
                .forEach(open::add));
        kept.values().stream().filter(incident -> incident.closedAt().isEmpty()).forEach(open::add);
        return open;
    }

    private synchronized void keep(Incident incident) {
        kept.put(key(incident), incident);
        if (attempt(tx -> kept.values().forEach(one -> write(tx, one)))) {
            kept.clear();
        }
    }

    private static void write(Tx tx, Incident incident) {
        boolean over = incident.closedAt().isPresent();
        if (!over) {
            tx.incidents().raise(incident);
        } else if (!tx.incidents()
                .close(incident.kind(), incident.subject(), incident.closedAt().get())) {
            tx.incidents().raise(incident); // it began and ended while the store was down
            tx.incidents()
                    .close(
                            incident.kind(),
                            incident.subject(),
                            incident.closedAt().get());
        }
    }

    private boolean attempt(Consumer<Tx> work) {
        try {
            return store.inTransaction(scope, tx -> {
                work.accept(tx);
                return true;
            });
        } catch (StoreException broken) {
            return false;
        }
    }

    private static String key(Incident incident) {
        return incident.kind() + ' ' + incident.subject();
    }
}
