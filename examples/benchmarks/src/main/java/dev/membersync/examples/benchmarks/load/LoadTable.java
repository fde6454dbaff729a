package dev.membersync.examples.benchmarks.load;

import dev.membersync.examples.benchmarks.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The runs of all subjects side by side: medians, spreads, and how many times each peer's figure the first subject's is. */
final class LoadTable {
    private LoadTable() {}

    /**
     * The table.
     *
     * @param title what was measured
     * @param runs the runs of each subject by its name, the one that peers are compared with first
     */
    static Table of(String title, Map<String, List<Figures>> runs) {
        List<String> names = List.copyOf(runs.keySet());
        List<String> head = new ArrayList<>(List.of(""));
        head.addAll(names);
        names.stream().skip(1).map(peer -> names.get(0) + " / " + peer).forEach(head::add);
        Table table = Table.of(title, head.toArray(new String[0]));
        for (Metric metric : Metric.values()) {
            List<Optional<Spread>> spreads =
                    runs.values().stream().map(all -> spread(all, metric)).toList();
            if (spreads.stream().anyMatch(Optional::isPresent)) {
                table.row(cells(metric, spreads).toArray());
            }
        }
        return table;
    }

    private static Optional<Spread> spread(List<Figures> runs, Metric metric) {
        List<Double> values = runs.stream()
                .map(run -> run.value(metric))
                .flatMap(Optional::stream)
                .toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(Spread.of(values));
    }

    private static List<String> cells(Metric metric, List<Optional<Spread>> spreads) {
        List<String> cells = new ArrayList<>(List.of(metric.label()));
        spreads.forEach(one -> cells.add(one.map(spread -> spread.text(metric)).orElse("-")));
        spreads.stream()
                .skip(1)
                .map(peer -> peer.flatMap(other -> spreads.get(0).flatMap(first -> first.ratioTo(other))))
                .forEach(ratio -> cells.add(ratio.map(times -> String.format(Locale.ROOT, "%.2f", times))
                        .orElse("-")));
        return cells;
    }
}
