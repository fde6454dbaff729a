package dev.membersync.sync.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A store that lives as long as its object, for tests and simulations. It keeps every promise of {@link SyncStore}
 * except durability on a disk; {@link #crash()} shows what a killed process would find again. Thread-safe: transactions
 * run one after the other.
 */
public final class MemoryStore implements SyncStore {
    private final String name;
    private final boolean isOverlay;
    private final Runnable onClose;
    private final MemoryJournal journal = new MemoryJournal();
    private final MemoryTable<String, String> facts = new MemoryTable<>(journal, Names.ORDER);
    private final MemoryTable<Long, Instant> stones = new MemoryTable<>(journal, Comparator.<Long>naturalOrder());
    private final Map<Scope, MemoryTx> scopes = new HashMap<>();

    private MemoryStore(String name, boolean isOverlay, Runnable onClose) {
        this.name = name;
        this.isOverlay = isOverlay;
        this.onClose = onClose;
    }

    /** An empty store. */
    public static MemoryStore create() {
        return new MemoryStore("memory", false, () -> {});
    }

    /** An empty overlay of a store that is elsewhere. */
    static MemoryStore overlay(String name, Runnable onClose) {
        return new MemoryStore(name, true, onClose);
    }

    /** The facts, to be filled while nobody else has this store. */
    MemoryTable<String, String> facts() {
        return facts;
    }

    /** The tombstones, to be filled while nobody else has this store. */
    MemoryTable<Long, Instant> stones() {
        return stones;
    }

    /** The rows of a scope, to be filled while nobody else has this store. */
    MemoryRows rows(Scope scope) {
        return tx(scope).rows();
    }

    @Override
    public <T> T inTransaction(Scope scope, Function<Tx, T> work) {
        journal.begin();
        try {
            T result = work.apply(tx(scope));
            journal.commit();
            return result;
        } finally {
            journal.end();
        }
    }

    /**
     * Ends this store as a killed process would and gives the one that opens after it: it holds what was committed and
     * nothing else. A transaction of the calling thread that is under way is lost and fails; other threads are waited
     * for. This store refuses everything from now on.
     */
    public MemoryStore crash() {
        MemoryStore next = create();
        journal.exclusively(() -> {
            journal.crash();
            copyInto(next);
        });
        return next;
    }

    @Override
    public SyncStore overlay() {
        if (isOverlay) {
            throw new StoreException("an overlay takes no overlay of its own");
        }
        MemoryStore overlay =
                new MemoryStore("overlay of " + name, true, () -> journal.exclusively(() -> journal.overlaid(false)));
        journal.exclusively(() -> {
            if (journal.isClosed()) {
                throw new StoreException("the store is closed; open it again");
            }
            if (journal.isOpen()) {
                throw new IllegalStateException("a transaction of this store is open on this thread");
            }
            if (journal.isOverlaid()) {
                throw new StoreException("an overlay of this store is open already; close it first");
            }
            journal.overlaid(true);
            copyInto(overlay);
        });
        return overlay;
    }

    /** A copy costs as much as the store holds, once for an overlay or a crash and never for a transaction. */
    private void copyInto(MemoryStore other) {
        other.facts.fill(facts);
        other.stones.fill(stones);
        scopes.forEach((scope, tx) -> other.scopes.put(scope, other.tx(tx.rows().copy(other.journal))));
    }

    private MemoryTx tx(Scope scope) {
        return scopes.computeIfAbsent(scope, unused -> tx(new MemoryRows(journal)));
    }

    private MemoryTx tx(MemoryRows rows) {
        return MemoryTx.of(rows, facts, stones, this::allRows);
    }

    private Map<Scope, MemoryRows> allRows() {
        Map<Scope, MemoryRows> rows = new HashMap<>();
        scopes.forEach((scope, tx) -> rows.put(scope, tx.rows()));
        return rows;
    }

    @Override
    public String description() {
        return name;
    }

    @Override
    public void close() {
        journal.exclusively(() -> {
            if (!journal.isClosed()) {
                journal.close();
                onClose.run();
            }
        });
    }
}
