package dev.membersync.sync.engine;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Finds the hashes that occur more than once, in eight bytes for each. Not thread-safe. */
final class Repeated {
    private long[] hashes = new long[1_024];
    private int size;

    void add(long hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        hashes[size++] = hash;
    }

    /** Those that were added more than once. */
    Set<Long> find() {
        Arrays.sort(hashes, 0, size);
        Set<Long> repeated = new HashSet<>();
        for (int i = 1; i < size; i++) {
            if (hashes[i] == hashes[i - 1]) {
                repeated.add(hashes[i]);
            }
        }
        return repeated;
    }
}
