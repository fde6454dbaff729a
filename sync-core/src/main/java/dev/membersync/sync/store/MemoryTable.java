package dev.membersync.sync.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows in the order of their keys, with indexes and a way back for the open transaction. */
final class MemoryTable<K, V> {
    private final MemoryJournal journal;
    private final NavigableMap<K, V> rows;
    private final List<MemoryIndex<?, K, V>> indexes = new ArrayList<>();

    MemoryTable(MemoryJournal journal, Comparator<? super K> order) {
        this.journal = journal;
        this.rows = new TreeMap<>(order);
    }

    /** Adds an index to a table that is still empty; rows for which the key is null are not in it. */
    <I extends Comparable<? super I>> MemoryIndex<I, K, V> index(Function<V, @Nullable I> key) {
        MemoryIndex<I, K, V> index = new MemoryIndex<>(key, rows.comparator());
        indexes.add(index);
        return index;
    }

    /** Fills an empty table with the rows of another one. */
    void fill(MemoryTable<K, V> other) {
        other.rows.forEach(this::set);
    }

    /** Puts a row into a store that is being made, where no transaction is open. */
    void fill(K key, V row) {
        set(key, row);
    }

    Optional<V> find(K key) {
        journal.reading();
        return Optional.ofNullable(rows.get(key));
    }

    List<V> find(Collection<K> keys) {
        journal.reading();
        List<V> found = new ArrayList<>();
        for (K key : keys) {
            V row = rows.get(key);
            if (row != null) {
                found.add(row);
            }
        }
        return found;
    }

    Collection<V> rows() {
        journal.reading();
        return rows.values();
    }

    Stream<V> after(K key) {
        journal.reading();
        return rows.tailMap(key, false).values().stream();
    }

    Stream<K> keysAfter(K key) {
        journal.reading();
        return rows.tailMap(key, false).keySet().stream();
    }

    Stream<V> newestFirst() {
        journal.reading();
        return rows.descendingMap().values().stream();
    }

    Optional<K> lastKey() {
        journal.reading();
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.lastKey());
    }

    int size() {
        journal.reading();
        return rows.size();
    }

    void put(K key, V row) {
        V old = rows.get(key);
        journal.writing(() -> set(key, old));
        set(key, row);
    }

    /** Replaces each row by what becomes of it. */
    void replaceAll(UnaryOperator<V> change) {
        List.copyOf(rows.entrySet()).forEach(row -> put(row.getKey(), change.apply(row.getValue())));
    }

    /** Removes every row. @return how many there were */
    long clear() {
        List<K> keys = List.copyOf(rows.keySet());
        keys.forEach(this::remove);
        return keys.size();
    }

    /** Dooms the open transaction. */
    StoreException refuse(StoreException reason) {
        return journal.refuse(reason);
    }

    boolean remove(K key) {
        V old = rows.get(key);
        if (old == null) {
            return false;
        }
        journal.writing(() -> set(key, old));
        set(key, null);
        return true;
    }

    private void set(K key, @Nullable V row) {
        V old = row == null ? rows.remove(key) : rows.put(key, row);
        for (MemoryIndex<?, K, V> index : indexes) {
            index.move(key, old, row);
        }
    }
}
