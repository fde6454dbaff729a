package dev.membersync.eventops.analytics;

import dev.membersync.eventops.analytics.Kpi.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Takes figures out that are about too few people, and as many more as keep them from being computed. */
final class Suppression {
    private Suppression() {}

    static KpiResult of(KpiResult result, int smallest) {
        List<Figure> figures = result.figures();
        if (result.kpi().shape() == Shape.CUMULATIVE) {
            return new KpiResult(result.kpi(), thinned(figures, smallest), result.missing());
        }
        Set<Integer> hidden = IntStream.range(0, figures.size())
                .filter(i -> figures.get(i).cells().stream().anyMatch(cell -> cell > 0 && cell < smallest))
                .boxed()
                .collect(Collectors.toCollection(HashSet::new));
        if (result.kpi().shape() == Shape.PARTITION) {
            Map<String, List<Integer>> wholes = IntStream.range(0, figures.size())
                    .boxed()
                    .collect(Collectors.groupingBy(i -> figures.get(i).currencyCode()));
            wholes.values().forEach(whole -> complement(figures, whole, hidden, smallest));
        }
        return new KpiResult(
                result.kpi(),
                IntStream.range(0, figures.size())
                        .mapToObj(i -> hidden.contains(i) ? figures.get(i).hidden() : figures.get(i))
                        .toList(),
                result.missing());
    }

    /** The whole is known, so what is hidden of it has to be at least two groups and enough people. */
    private static void complement(List<Figure> figures, List<Integer> whole, Set<Integer> hidden, int smallest) {
        List<Integer> ours =
                new ArrayList<>(whole.stream().filter(hidden::contains).toList());
        while (!ours.isEmpty()
                && (ours.size() == 1
                        || ours.stream().mapToLong(i -> people(figures.get(i))).sum() < smallest)) {
            Optional<Integer> next = whole.stream()
                    .filter(i -> !hidden.contains(i) && people(figures.get(i)) > 0)
                    .min(Comparator.comparing(i -> people(figures.get(i))));
            if (next.isEmpty()) {
                return;
            }
            hidden.add(next.get());
            ours.add(next.get());
        }
    }

    private static long people(Figure figure) {
        return figure.cells().isEmpty() ? 0 : figure.cells().get(0);
    }

    /** Points of a curve so far apart that no step is of too few people; its end stays if it may, else nothing does. */
    private static List<Figure> thinned(List<Figure> points, int smallest) {
        if (points.isEmpty()) {
            return points;
        }
        Figure end = points.get(points.size() - 1);
        if (end.cells().stream().anyMatch(cell -> cell > 0 && cell < smallest)) {
            return List.of(end.hidden());
        }
        List<Figure> kept = new ArrayList<>();
        long before = 0;
        for (Figure point : points.subList(0, points.size() - 1)) {
            if (people(point) - before >= smallest && people(end) - people(point) >= smallest) {
                kept.add(point);
                before = people(point);
            }
        }
        kept.add(end);
        return kept;
    }
}
