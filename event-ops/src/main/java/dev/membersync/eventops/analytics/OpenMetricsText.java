package dev.membersync.eventops.analytics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A report as OpenMetrics 1.0 text. A value that is not defined is NaN; one that is suppressed is left out. */
final class OpenMetricsText {
    private static final String PREFIX = "membersync_event_";

    private final Report report;
    private final StringBuilder text = new StringBuilder();

    private OpenMetricsText(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        return new OpenMetricsText(report).write();
    }

    private String write() {
        report.results().forEach(this::kpi);
        family(PREFIX + "not_available", "", "KPIs whose inputs are not all there");
        report.results().stream()
                .filter(result -> !result.isAvailable())
                .forEach(result -> sample(
                        PREFIX + "not_available", Map.of("kpi", result.kpi().id()), "1"));
        String as = PREFIX + "as_of_timestamp_seconds";
        family(as, "seconds", "The moment of all figures");
        sample(as, Map.of(), seconds(report.asOf()));
        String read = PREFIX + "source_read_timestamp_seconds";
        family(read, "seconds", "When each source was last read to its end");
        report.read().forEach((source, at) -> sample(read, Map.of("source", source.word()), seconds(at)));
        return text.append("# EOF\n").toString();
    }

    private void kpi(KpiResult result) {
        List<Figure> figures =
                result.figures().stream().filter(one -> !one.suppressed()).toList();
        if (figures.isEmpty()) {
            return;
        }
        Kpi kpi = result.kpi();
        String id = PREFIX + kpi.id().replace('-', '_');
        String unit = kpi.unit() == Unit.COUNT ? "" : kpi.unit().word();
        gauge(
                unit.isEmpty() ? id : id + "_" + unit,
                unit,
                kpi.title() + ": " + kpi.formula(),
                figures,
                figure -> figure.value().map(BigDecimal::toPlainString).orElse("NaN"));
        List<Figure> shares =
                figures.stream().filter(one -> one.denominator().isPresent()).toList();
        if (!shares.isEmpty()) {
            gauge(
                    id + "_numerator",
                    "",
                    kpi.title() + ": the part",
                    shares,
                    figure -> String.valueOf(figure.numerator().orElseThrow()));
            gauge(
                    id + "_denominator",
                    "",
                    kpi.title() + ": the whole",
                    shares,
                    figure -> String.valueOf(figure.denominator().orElseThrow()));
        }
    }

    private void gauge(String name, String unit, String help, List<Figure> figures, Function<Figure, String> value) {
        family(name, unit, help);
        figures.forEach(figure ->
                sample(name, Map.of("group", figure.group(), "currency", figure.currencyCode()), value.apply(figure)));
    }

    private void family(String name, String unit, String help) {
        text.append("# TYPE ").append(name).append(" gauge\n");
        if (!unit.isEmpty()) {
            text.append("# UNIT ").append(name).append(' ').append(unit).append('\n');
        }
        text.append("# HELP ").append(name).append(' ').append(escaped(help)).append('\n');
    }

    private void sample(String name, Map<String, String> labels, String value) {
        text.append(name)
                .append("{event=\"")
                .append(escaped(report.event().id()))
                .append('"');
        labels.entrySet().stream()
                .filter(label -> !label.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .forEach(label -> text.append(',')
                        .append(label.getKey())
                        .append("=\"")
                        .append(escaped(label.getValue()))
                        .append('"'));
        text.append("} ").append(value).append('\n');
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String seconds(Instant at) {
        return String.valueOf(at.getEpochSecond());
    }
}
