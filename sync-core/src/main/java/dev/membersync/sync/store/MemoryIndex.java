package dev.membersync.sync.store;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keys of rows by a value of theirs. */
final class MemoryIndex<I extends Comparable<? super I>, K, V> {
    private final Function<V, @Nullable I> value;
    private final @Nullable Comparator<? super K> order;
    private final NavigableMap<I, NavigableSet<K>> keys = new TreeMap<>();

    MemoryIndex(Function<V, @Nullable I> value, @Nullable Comparator<? super K> order) {
        this.value = value;
        this.order = order;
    }

    List<K> keys(I wanted) {
        NavigableSet<K> found = keys.get(wanted);
        return found == null ? List.of() : List.copyOf(found);
    }

    /** All keys, by value and then in their own order, while the value is at most this one. */
    Stream<K> upTo(I from, I to) {
        return keys.subMap(from, true, to, true).values().stream().flatMap(NavigableSet::stream);
    }

    void move(K key, @Nullable V old, @Nullable V row) {
        I before = old == null ? null : value.apply(old);
        I after = row == null ? null : value.apply(row);
        if (Objects.equals(before, after)) {
            return;
        }
        if (before != null) {
            NavigableSet<K> left = Objects.requireNonNull(keys.get(before));
            left.remove(key);
            if (left.isEmpty()) {
                keys.remove(before);
            }
        }
        if (after != null) {
            keys.computeIfAbsent(after, unused -> new TreeSet<>(order)).add(key);
        }
    }
}
