package dev.membersync.eventops.analytics;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A report as rows of RFC 4180: CRLF, and quotes where they are needed. */
final class CsvText {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    /** With what a spreadsheet begins a formula, in both widths (OWASP, CSV injection). */
    private static final String SIGNS = "=+\\-@\uFF1D\uFF0B\uFF0D\uFF20";
    /** One at the beginning, or behind what parts cells where the comma is the decimal sign. */
    private static final Pattern FORMULA =
            Pattern.compile("(^|[;\\t\\r\\n][\\s\"]*)(?=[" + SIGNS + "])|^(?=[\\t\\r\\n])");

    private CsvText() {}

    static String of(Report report) {
        StringBuilder text = new StringBuilder();
        row(
                text,
                List.of(
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
                        "freshness"));
        for (KpiResult result : report.results()) {
            result.figures().forEach(figure -> row(text, figure(report, result.kpi(), figure)));
            if (!result.isAvailable()) {
                row(text, missing(report, result));
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

    private static void row(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(CsvText::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    /** What a spreadsheet would take for a formula gets an apostrophe in front; a plain number is none. */
    static String cell(String value) {
        boolean formula =
                FORMULA.matcher(value).find() && !NUMBER.matcher(value).matches();
        boolean quoted = formula || value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        String safe = formula ? FORMULA.matcher(value).replaceAll("$1'") : value;
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
