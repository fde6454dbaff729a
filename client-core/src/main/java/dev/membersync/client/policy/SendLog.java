package dev.membersync.client.policy;

import java.util.Arrays;

/** When the last permits were granted: a ring of monotonic nanoseconds, oldest first. Not thread-safe. */
final class SendLog {
    private long[] times = new long[64];
    private int first;
    private int size;

    void add(long now) {
        if (size == times.length) {
            long[] larger = Arrays.copyOf(tidy(), size * 2);
            times = larger;
            first = 0;
        }
        times[(first + size++) % times.length] = now;
    }

    /** Forgets everything at or before a time. */
    void forgetUntil(long time) {
        while (size > 0 && times[first] - time <= 0) {
            first = (first + 1) % times.length;
            size--;
        }
    }

    /** How many entries are later than a time. */
    int after(long time) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[(first + middle) % times.length] - time <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return size - low;
    }

    int size() {
        return size;
    }

    /** The n-th newest entry, from 1. */
    long newest(int n) {
        return times[(first + size - n) % times.length];
    }

    private long[] tidy() {
        long[] inOrder = new long[size];
        for (int i = 0; i < size; i++) {
            inOrder[i] = times[(first + i) % times.length];
        }
        return inOrder;
    }
}
