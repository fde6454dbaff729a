package dev.membersync.eventops.analytics;

import java.util.stream.LongStream;

/**
 * How many there are of a kind, and how many more than of the largest part of them that a report shows too: who knows both
 * knows the gap.
 */
record Crowd(long count, long gap) {
    static Crowd of(long count) {
        return new Crowd(count, 0);
    }

    /** All head counts that a ratio of the two gives away. */
    static LongStream cells(Crowd part, Crowd whole) {
        return LongStream.of(part.count, part.gap, whole.count, whole.gap, Math.max(0, whole.count - part.count));
    }
}
