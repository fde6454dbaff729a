package dev.membersync.eventops.store;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tables in memory with transactions that take turns and leave nothing when they throw: the twin of a database. */
final class MemoryTables {
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Runnable> undo = new ArrayDeque<>();

    /** Runs work in one transaction. */
    <T> T transact(Supplier<T> work) {
        lock.lock();
        try {
            if (lock.getHoldCount() > 1) {
                throw new IllegalStateException("a transaction of this store is already open on this thread");
            }
            T result = work.get();
            undo.clear();
            return result;
        } finally {
            if (lock.getHoldCount() == 1) {
                while (!undo.isEmpty()) {
                    undo.pop().run();
                }
            }
            lock.unlock();
        }
    }

    /** A new table. */
    <K extends Comparable<? super K>, V> Table<K, V> table() {
        return new Table<>();
    }

    private void check() {
        if (!lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("this transaction has ended, or belongs to another thread");
        }
    }

    /** Rows in the order of their keys. */
    final class Table<K extends Comparable<? super K>, V> {
        private final NavigableMap<K, V> rows = new TreeMap<>();

        Optional<V> find(K key) {
            check();
            return Optional.ofNullable(rows.get(key));
        }

        void put(K key, V row) {
            check();
            V old = rows.put(key, row);
            undo.push(() -> restore(key, old));
        }

        private void restore(K key, @Nullable V old) {
            if (old == null) {
                rows.remove(key);
            } else {
                rows.put(key, old);
            }
        }

        Collection<V> rows() {
            check();
            return rows.values();
        }

        Stream<V> between(K from, K to) {
            check();
            return rows.subMap(from, true, to, true).values().stream();
        }

        List<V> page(Optional<K> after, int limit) {
            check();
            NavigableMap<K, V> rest = after.isPresent() ? rows.tailMap(after.get(), false) : rows;
            return rest.values().stream().limit(limit).toList();
        }
    }
}
