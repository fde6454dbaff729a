package dev.membersync.examples.benchmarks.load;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What one run came to. Not thread-safe. */
final class Figures {
    private static final double MIB = 1024.0 * 1024;

    private final Map<Metric, Double> values = new EnumMap<>(Metric.class);

    Figures put(Metric metric, double value) {
        values.put(metric, value);
        return this;
    }

    Figures verdict(Verdict verdict) {
        return put(Metric.DUPLICATES, verdict.duplicates())
                .put(Metric.MISSING, verdict.missing())
                .put(Metric.WRONG, verdict.wrong())
                .put(Metric.WRONG_LINKS, verdict.wrongLinks())
                .put(Metric.STRAYS, verdict.strays());
    }

    /**
     * What was asked.
     *
     * @param records how many members there are
     * @param changes how many of them had to be created or changed; 0 for none
     */
    Figures calls(Journal left, Journal right, Limit limit, int records, int changes) {
        Journal both = left.and(right);
        Journal busier = left.calls() > right.calls() ? left : right;
        put(Metric.CALLS, both.calls());
        put(Metric.PER_RECORD, (double) both.calls() / records);
        if (changes > 0) {
            put(Metric.PER_CHANGE, (double) both.calls() / changes);
        }
        put(Metric.WRITES, both.writes());
        put(Metric.REFUSED, (double) both.refused());
        return put(Metric.FULLEST, 100 * busier.fullest(limit));
    }

    Figures usage(Usage usage, HeapLog heap, long writtenByServer) {
        return put(Metric.HEAP, heap.peak())
                .put(Metric.LIVE, heap.live())
                .put(Metric.RESIDENT, usage.peakBytes() / MIB)
                .put(Metric.CPU, usage.cpuSeconds())
                .put(Metric.WRITTEN, (usage.writtenBytes() + writtenByServer) / MIB);
    }

    Optional<Double> value(Metric metric) {
        return Optional.ofNullable(values.get(metric));
    }
}
