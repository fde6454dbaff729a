package dev.membersync.eventops.analytics;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** A report as rows of comma-separated values. */
final class ReportCsv {
    private ReportCsv() {}

    static String of(Report report) {
        StringBuilder text = new StringBuilder(CsvText.line(List.of(
                "kpi",
                "title",
                "group",
                "unit",
                "currency",
                "numerator",
                "denominator",
                "value",
                "state",
                "note",
                "asOf",
                "freshness")));
        for (KpiResult result : report.results()) {
            result.figures().forEach(figure -> text.append(CsvText.line(figure(report, result.kpi(), figure))));
            if (!result.isAvailable()) {
                text.append(CsvText.line(missing(report, result)));
            }
        }
        return text.toString();
    }

    private static List<String> figure(Report report, Kpi kpi, Figure figure) {
        String state = figure.suppressed() ? "suppressed" : figure.value().isEmpty() ? "undefined" : "value";
        return List.of(
                kpi.id(),
                kpi.title(),
                figure.group(),
                kpi.unit().word(),
                figure.currencyCode(),
                text(figure.numerator()),
                text(figure.denominator()),
                figure.value().map(BigDecimal::toPlainString).orElse(""),
                state,
                figure.note(),
                report.asOf().toString(),
                freshness(report, kpi));
    }

    private static List<String> missing(Report report, KpiResult result) {
        Kpi kpi = result.kpi();
        String needs = result.missing().stream().map(Input::description).collect(Collectors.joining(", "));
        return List.of(
                kpi.id(),
                kpi.title(),
                "",
                kpi.unit().word(),
                "",
                "",
                "",
                "",
                "not available",
                "missing: " + needs,
                report.asOf().toString(),
                freshness(report, kpi));
    }

    private static String freshness(Report report, Kpi kpi) {
        return report.freshness(kpi).entrySet().stream()
                .map(read -> read.getKey().word() + "=" + read.getValue())
                .collect(Collectors.joining(";"));
    }

    private static String text(OptionalLong number) {
        return number.isPresent() ? String.valueOf(number.getAsLong()) : "";
    }
}
