package dev.membersync.examples.benchmarks.micro;

import dev.membersync.examples.benchmarks.Numbers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/** What JMH read in several rounds: nanoseconds and bytes for each operation, by {@code Class.method}. Not thread-safe. */
final class Readings {
    private static final String BYTES = "gc.alloc.rate.norm";

    private final Map<String, List<Double>> nanos = new LinkedHashMap<>();
    private final Map<String, List<Double>> bytes = new LinkedHashMap<>();

    /** Takes the results of one round. */
    void add(Collection<RunResult> round) {
        for (RunResult result : round) {
            String name = name(result.getParams());
            for (BenchmarkResult fork : result.getBenchmarkResults()) {
                for (IterationResult iteration : fork.getIterationResults()) {
                    nanos.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(iteration.getPrimaryResult().getScore());
                    iteration.getSecondaryResults().forEach((label, value) -> {
                        if (label.endsWith(BYTES)) {
                            bytes.computeIfAbsent(name, key -> new ArrayList<>())
                                    .add(value.getScore());
                        }
                    });
                }
            }
        }
    }

    /** How long an operation took. */
    Numbers nanos(String name) {
        return numbers(nanos, name);
    }

    /** What an operation allocated. */
    Numbers bytes(String name) {
        return numbers(bytes, name);
    }

    /** By how much one is larger than the other, reading by reading in the order they were made. */
    Numbers ratio(String ours, String raw) {
        List<Double> above = nanos.getOrDefault(ours, List.of());
        List<Double> below = nanos.getOrDefault(raw, List.of());
        double[] ratios = new double[Math.min(above.size(), below.size())];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = above.get(i) / below.get(i);
        }
        return Numbers.of(ratios);
    }

    private static Numbers numbers(Map<String, List<Double>> readings, String name) {
        return Numbers.of(readings.getOrDefault(name, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    private static String name(BenchmarkParams params) {
        String[] parts = params.getBenchmark().split("\\.");
        return parts[parts.length - 2] + "." + parts[parts.length - 1];
    }
}
