package dev.membersync.eventops.analytics;

import static dev.membersync.eventops.analytics.Markup.tag;
import static dev.membersync.eventops.analytics.Markup.text;

import dev.membersync.eventops.analytics.Charts.Bar;
import dev.membersync.eventops.analytics.Charts.Line;
import dev.membersync.eventops.analytics.Charts.Point;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The charts of a report, each beside the table of what it shows. */
final class Panels {
    private static final List<String> SALES = List.of("gross-sales", "refunds", "net-sales", "fees", "net-after-fees");
    private static final List<String> AGREED = List.of("reconciled-share", "reconciled-payments");

    private final Report report;

    Panels(Report report) {
        this.report = report;
    }

    /** The KPIs that stand beside a chart. */
    List<String> shown() {
        return Stream.concat(
                        Stream.of(
                                funnelId(),
                                "arrivals",
                                "booking-curve",
                                "booking-curve-previous",
                                "plan-mix",
                                "ticket-mix",
                                "open-exceptions"),
                        Stream.concat(SALES.stream(), AGREED.stream()))
                .toList();
    }

    String all() {
        return String.join(
                "\n",
                funnel(),
                arrivals(),
                bookings(),
                mix("plan-mix"),
                mix("ticket-mix"),
                revenue(),
                reconciliation());
    }

    private String funnelId() {
        return found("invite-funnel").isAvailable() ? "invite-funnel" : "registration-funnel";
    }

    private String funnel() {
        KpiResult result = found(funnelId());
        double all = result.figures().stream()
                .mapToDouble(figure -> figure.numerator().orElse(0))
                .max()
                .orElse(0);
        List<Bar> bars = result.figures().stream()
                .map(figure -> new Bar(
                        capital(figure.group()),
                        figure.suppressed()
                                ? "hidden"
                                : Shown.number(
                                        BigDecimal.valueOf(figure.numerator().orElse(0)), 0),
                        all == 0 ? 0 : figure.numerator().orElse(0) / all,
                        "bar"))
                .toList();
        return panel(
                result.kpi().title(),
                "People at each step, and how many of the step before.",
                List.of(result),
                id -> Charts.bars(id, result.kpi().title(), summary(bars), bars),
                "Step",
                Panels::group);
    }

    private String mix(String kpi) {
        KpiResult result = found(kpi);
        List<Bar> bars = result.figures().stream()
                .map(figure ->
                        new Bar(capital(figure.group()), Shown.value(result.kpi(), figure), number(figure), "bar"))
                .toList();
        return panel(
                result.kpi().title(),
                "Share of those who were checked in.",
                List.of(result),
                id -> Charts.bars(id, result.kpi().title(), summary(bars), bars),
                capital(result.kpi().groupedBy()),
                Panels::group);
    }

    private String revenue() {
        List<KpiResult> results = SALES.stream().map(this::found).toList();
        Map<String, List<Bar>> byCurrency = new LinkedHashMap<>();
        Map<String, Double> most = new LinkedHashMap<>();
        results.forEach(result -> result.figures()
                .forEach(figure -> most.merge(figure.currencyCode(), Math.abs(number(figure)), Math::max)));
        results.forEach(result -> result.figures()
                .forEach(figure -> byCurrency
                        .computeIfAbsent(figure.currencyCode(), unused -> new ArrayList<>())
                        .add(new Bar(
                                result.kpi().title(),
                                Shown.value(result.kpi(), figure),
                                number(figure) / Math.max(1, most.getOrDefault(figure.currencyCode(), 1.0)),
                                SALES.indexOf(result.kpi().id()) % 2 == 0 ? "bar" : "bar second"))));
        return panel(
                "Revenue",
                "What was charged, what went back, what fees took; each currency by itself.",
                results,
                id -> byCurrency.entrySet().stream()
                        .map(one -> Charts.bars(
                                id + one.getKey(),
                                "Revenue in " + one.getKey(),
                                summary(one.getValue()),
                                one.getValue()))
                        .collect(Collectors.joining("\n")),
                "Amount",
                (kpi, figure) -> kpi.title() + ", " + figure.currencyCode());
    }

    private String reconciliation() {
        List<KpiResult> results = AGREED.stream().map(this::found).toList();
        List<Bar> bars = results.stream()
                .flatMap(result -> result.figures().stream()
                        .map(figure -> new Bar(
                                figure.currency().isPresent() ? "Money in " + figure.currencyCode() : "Payments",
                                Shown.value(result.kpi(), figure),
                                number(figure),
                                "bar")))
                .toList();
        return panel(
                "Reconciliation",
                "What both sides agree on of what both should know, and what is open.",
                Stream.concat(results.stream(), Stream.of(found("open-exceptions")))
                        .toList(),
                id -> Charts.bars(id, "Reconciliation", summary(bars), bars),
                "What",
                (kpi, figure) -> figure.group().isEmpty()
                        ? kpi.title() + (figure.currency().isPresent() ? ", " + figure.currencyCode() : "")
                        : capital(figure.group().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }

    private String arrivals() {
        KpiResult result = found("arrivals");
        List<Figure> bars = result.figures().stream()
                .filter(figure -> figure.value().isPresent())
                .toList();
        return panel(
                result.kpi().title(),
                "First admissions in each quarter of an hour.",
                List.of(result),
                id -> bars.isEmpty() ? "" : arrivals(id, bars),
                "From",
                (kpi, figure) -> clock(result.figures(), figure.group()));
    }

    private static String arrivals(String id, List<Figure> bars) {
        double bar = AttendanceKpis.BAR.toSeconds();
        OffsetDateTime first = OffsetDateTime.parse(bars.get(0).group());
        OffsetDateTime last = OffsetDateTime.parse(bars.get(bars.size() - 1).group());
        double span = Math.max(4 * bar, Duration.between(first, last).toSeconds() + bar);
        double most = bars.stream().mapToDouble(Panels::number).max().orElse(1);
        List<Point> columns = bars.stream()
                .map(figure -> new Point(
                        Duration.between(first, OffsetDateTime.parse(figure.group()))
                                        .toSeconds()
                                / span,
                        number(figure) / most))
                .toList();
        String from = clock(bars, first.toString());
        String until = clock(bars, first.plusSeconds((long) span).toString());
        return Charts.columns(
                id,
                "Arrivals",
                "From " + from + " to " + until + ", at most " + (long) most + " in a quarter of an hour.",
                columns,
                bar / span,
                List.of(from, until),
                Shown.number(BigDecimal.valueOf(most), 0));
    }

    private String bookings() {
        List<KpiResult> results = List.of(found("booking-curve"), found("booking-curve-previous"));
        List<Figure> points = results.stream()
                .flatMap(result -> result.figures().stream())
                .filter(figure -> figure.value().isPresent())
                .toList();
        return panel(
                "Booking curve",
                "Valid registrations by days before the event.",
                results,
                id -> points.isEmpty() ? "" : bookings(id, results, points),
                "Days before",
                (kpi, figure) -> figure.group() + (kpi.id().endsWith("previous") ? " (previous edition)" : ""));
    }

    private static String bookings(String id, List<KpiResult> results, List<Figure> points) {
        double early =
                Math.max(1, points.stream().mapToDouble(Panels::day).max().orElse(1));
        double late = Math.min(0, points.stream().mapToDouble(Panels::day).min().orElse(0));
        double most = points.stream().mapToDouble(Panels::number).max().orElse(1);
        List<Line> lines = results.stream()
                .filter(result -> !result.figures().isEmpty())
                .map(result -> new Line(
                        result.kpi().title(),
                        result.figures().stream()
                                .filter(figure -> figure.value().isPresent())
                                .map(figure -> new Point((early - day(figure)) / (early - late), number(figure) / most))
                                .toList(),
                        result.kpi().id().endsWith("previous") ? "second" : "first"))
                .toList();
        String legend = lines.size() < 2
                ? ""
                : tag(
                        "p",
                        "class=\"legend\"",
                        "<span class=\"first\">This edition</span>" + "<span class=\"second\">Previous edition</span>");
        return Charts.lines(
                        id,
                        "Booking curve",
                        "Up to " + (long) most + " registrations, the first " + (long) early
                                + " days before the event.",
                        lines,
                        List.of((long) early + " days before", late < 0 ? (long) -late + " days after" : "event"),
                        Shown.number(BigDecimal.valueOf(most), 0))
                + legend;
    }

    private String panel(
            String title,
            String lead,
            List<KpiResult> results,
            java.util.function.UnaryOperator<String> chart,
            String first,
            BiFunction<Kpi, Figure, String> name) {
        String id = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        if (results.stream().allMatch(result -> result.figures().isEmpty())) {
            return "";
        }
        return tag(
                "section",
                "class=\"panel\" aria-labelledby=\"" + id + "\"",
                tag("h2", "id=\"" + id + "\"", text(title)),
                tag("p", "class=\"lead\"", text(lead)),
                tag(
                        "div",
                        "class=\"pair\"",
                        tag("figure", "", chart.apply("chart-" + id)),
                        tag("div", "", Tables.of(title, first, results, name))));
    }

    private KpiResult found(String id) {
        return report.result(id).orElseThrow();
    }

    private static String summary(List<Bar> bars) {
        return bars.stream().map(bar -> bar.name() + " " + bar.value()).collect(Collectors.joining(", ")) + ".";
    }

    private static double number(Figure figure) {
        return figure.value().map(BigDecimal::doubleValue).orElse(0.0);
    }

    private static double day(Figure figure) {
        return Double.parseDouble(figure.group());
    }

    private static String group(Kpi kpi, Figure figure) {
        return capital(figure.group());
    }

    /** The hour, and the day too where the bars are of several days. */
    private static String clock(List<Figure> bars, String moment) {
        long days = bars.stream()
                .map(bar -> bar.group().substring(0, 10))
                .distinct()
                .count();
        return DateTimeFormatter.ofPattern(days > 1 ? "d MMM HH:mm" : "HH:mm", Locale.ENGLISH)
                .format(OffsetDateTime.parse(moment));
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
