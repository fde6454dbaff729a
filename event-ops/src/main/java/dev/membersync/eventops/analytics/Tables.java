package dev.membersync.eventops.analytics;

import static dev.membersync.eventops.analytics.Markup.attribute;
import static dev.membersync.eventops.analytics.Markup.tag;
import static dev.membersync.eventops.analytics.Markup.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Figures as tables that people and programs read: each row names its KPI, each value is there as it is, too. */
final class Tables {
    private static final int LONG = 12;

    private Tables() {}

    /** A table of the figures of some KPIs; the first column is what this makes of each. */
    static String of(String caption, String first, List<KpiResult> results, BiFunction<Kpi, Figure, String> name) {
        boolean parts = results.stream()
                .flatMap(result -> result.figures().stream())
                .anyMatch(figure -> figure.denominator().isPresent());
        String rows = results.stream()
                .flatMap(result -> result.figures().stream().map(figure -> row(result.kpi(), figure, name, parts)))
                .collect(Collectors.joining("\n"));
        long count =
                results.stream().mapToLong(result -> result.figures().size()).sum();
        String table = tag(
                "table",
                "",
                tag("caption", "", text(caption)),
                "<thead><tr><th scope=\"col\">" + text(first)
                        + "</th><th scope=\"col\" class=\"num\">Figure</th>"
                        + (parts ? "<th scope=\"col\" class=\"num\">Made of</th>" : "") + "</tr></thead>\n",
                tag("tbody", "", rows));
        return count > LONG
                ? tag(
                        "div",
                        "class=\"scroll\" role=\"region\" tabindex=\"0\" " + attribute("aria-label", caption),
                        table)
                : table;
    }

    private static String row(Kpi kpi, Figure figure, BiFunction<Kpi, Figure, String> name, boolean parts) {
        String note = figure.note().isEmpty() ? "" : tag("small", "", text(figure.note()));
        return tag(
                "tr",
                String.join(
                        " ",
                        attribute("data-kpi", kpi.id()),
                        attribute("data-group", figure.group()),
                        attribute("data-currency", figure.currencyCode())),
                tag("th", "scope=\"row\"", text(name.apply(kpi, figure)), note),
                tag("td", "class=\"num\"", value(kpi, figure)),
                parts ? tag("td", "class=\"num quiet\"", parts(kpi, figure)) : "");
    }

    private static String value(Kpi kpi, Figure figure) {
        String shown = text(Shown.value(kpi, figure));
        return figure.value()
                .map(BigDecimal::toPlainString)
                .map(exact -> tag("data", attribute("value", exact), shown))
                .orElseGet(() -> tag("span", "class=\"none\"", shown));
    }

    private static String parts(Kpi kpi, Figure figure) {
        if (figure.suppressed()) {
            return "";
        }
        String numbers =
                figure.denominator().isPresent() ? exact(figure.numerator()) + "/" + exact(figure.denominator()) : "";
        return numbers.isEmpty() ? "" : tag("data", attribute("value", numbers), text(Shown.parts(kpi, figure)));
    }

    private static String exact(OptionalLong number) {
        return number.isPresent() ? String.valueOf(number.getAsLong()) : "";
    }
}
