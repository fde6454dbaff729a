package dev.membersync.eventops.analytics;

import dev.membersync.eventops.analytics.Kpi.Section;
import dev.membersync.eventops.analytics.Kpi.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * One row of the list of figures: a KPI and how it is made.
 *
 * @param kpi the KPI
 * @param figures makes its figures; asked only when all inputs are there
 */
record Formula(Kpi kpi, Function<Facts, List<Figure>> figures) {
    /** A KPI of one figure. */
    static Formula one(
            Section section,
            String id,
            String title,
            String words,
            Unit unit,
            Function<Facts, Figure> figure,
            Input... inputs) {
        return many(section, id, title, "", words, unit, Shape.ALONE, facts -> List.of(figure.apply(facts)), inputs);
    }

    /** A KPI of an amount for each currency. */
    static Formula money(
            String id, String title, String words, Unit unit, Function<Facts, List<Figure>> figures, Input... inputs) {
        return many(Section.MONEY, id, title, "", words, unit, Shape.ALONE, figures, inputs);
    }

    /** A KPI of a figure for each group. */
    static Formula many(
            Section section,
            String id,
            String title,
            String groupedBy,
            String words,
            Unit unit,
            Shape shape,
            Function<Facts, List<Figure>> figures,
            Input... inputs) {
        return new Formula(
                new Kpi(id, title, section, words, unit, groupedBy, shape, Set.copyOf(Arrays.asList(inputs))), figures);
    }

    /** What it comes to. */
    KpiResult result(Facts facts) {
        List<Input> missing =
                kpi.inputs().stream().filter(input -> !input.isIn(facts)).toList();
        return new KpiResult(kpi, missing.isEmpty() ? figures.apply(facts) : List.of(), missing);
    }
}
