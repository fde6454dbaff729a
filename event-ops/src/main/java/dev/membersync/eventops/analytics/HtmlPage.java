package dev.membersync.eventops.analytics;

import static dev.membersync.eventops.analytics.Markup.attribute;
import static dev.membersync.eventops.analytics.Markup.tag;
import static dev.membersync.eventops.analytics.Markup.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report as one page: no script, no request, light and dark, on paper too. */
final class HtmlPage {
    private static final List<String> TILES = List.of(
            "attendance-rate", "member-conversion", "member-share", "sell-through", "net-sales", "link-coverage");

    private static final int LONG = 8;

    private final Report report;
    private final Panels panels;

    private HtmlPage(Report report) {
        this.report = report;
        this.panels = new Panels(report);
    }

    static String of(Report report) {
        return new HtmlPage(report).page();
    }

    private String page() {
        String name = report.event().name().isBlank()
                ? report.event().id()
                : report.event().name();
        return "<!doctype html>\n"
                + tag(
                        "html",
                        "lang=\"en\"",
                        tag(
                                "head",
                                "",
                                "<meta charset=\"utf-8\">",
                                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
                                "<meta name=\"color-scheme\" content=\"light dark\">",
                                "<meta http-equiv=\"Content-Security-Policy\""
                                        + " content=\"default-src 'none'; style-src 'unsafe-inline'\">",
                                tag("title", "", text(name) + " \u2013 event report"),
                                tag("style", "", style())),
                        tag(
                                "body",
                                "",
                                header(name),
                                tag("main", "", tiles(), panels.all(), rest(), absent()),
                                footer()))
                + "\n";
    }

    private static String style() {
        try (InputStream css = HtmlPage.class.getResourceAsStream("report.css")) {
            if (css == null) {
                throw new IllegalStateException("report.css is missing beside " + HtmlPage.class.getName());
            }
            return "\n" + new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String header(String name) {
        String when = report.event()
                .starts()
                .map(at -> Shown.time(at, report.event().zone()) + " ("
                        + report.event().zone().getId() + ")")
                .orElse("");
        String shared = report.smallest().isPresent()
                ? " Figures about fewer than " + report.smallest().getAsInt() + " people are hidden."
                : "";
        return tag(
                "header",
                "",
                tag("p", "class=\"eyebrow\"", text(when.isEmpty() ? "Event report" : "Event report \u00b7 " + when)),
                tag("h1", "", text(name)),
                tag("p", "class=\"headline\"", text(Headline.of(report))),
                tag(
                        "p",
                        "class=\"asof\"",
                        "As of ",
                        tag(
                                "time",
                                attribute("datetime", report.asOf().toString()),
                                text(Shown.time(report.asOf(), report.event().zone()))),
                        "." + text(shared)));
    }

    private String tiles() {
        String tiles = TILES.stream()
                .flatMap(id -> report.result(id).stream())
                .flatMap(result -> result.figures().stream().map(figure -> tile(result.kpi(), figure)))
                .collect(Collectors.joining("\n"));
        return tag("section", "aria-label=\"Main figures\"", tag("dl", "class=\"tiles\"", tiles));
    }

    private static String tile(Kpi kpi, Figure figure) {
        String value = Shown.value(kpi, figure);
        return tag(
                "div",
                "",
                tag("dt", "", text(kpi.title())),
                tag("dd", value.length() > LONG ? "class=\"long\"" : "", text(value)),
                tag("dd", "class=\"made\"", text(Shown.parts(kpi, figure))));
    }

    /** Every figure that stands beside no chart. */
    private String rest() {
        return Arrays.stream(Kpi.Section.values())
                .map(section -> {
                    List<KpiResult> results = report.results().stream()
                            .filter(result -> result.kpi().section() == section
                                    && !result.figures().isEmpty()
                                    && !panels.shown().contains(result.kpi().id()))
                            .toList();
                    String title = section.title();
                    String id = "section-" + section.name().toLowerCase(Locale.ROOT);
                    return results.isEmpty()
                            ? ""
                            : tag(
                                    "section",
                                    "class=\"panel\" aria-labelledby=\"" + id + "\"",
                                    tag("h2", "id=\"" + id + "\"", text(title)),
                                    Tables.of(title, "What", results, HtmlPage::name));
                })
                .collect(Collectors.joining("\n"));
    }

    private static String name(Kpi kpi, Figure figure) {
        return Stream.of(kpi.title(), figure.group(), figure.currencyCode())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String absent() {
        List<KpiResult> missing = report.results().stream()
                .filter(result -> !result.isAvailable())
                .toList();
        if (missing.isEmpty()) {
            return "";
        }
        String items = missing.stream()
                .map(result -> tag(
                        "li",
                        attribute("data-missing", result.kpi().id()),
                        tag("b", "", text(result.kpi().title())),
                        " needs "
                                + text(result.missing().stream()
                                        .map(Input::description)
                                        .collect(Collectors.joining(", ")))))
                .collect(Collectors.joining("\n"));
        return tag(
                "section",
                "class=\"panel\" aria-labelledby=\"absent\"",
                tag("h2", "id=\"absent\"", "Not available"),
                tag("p", "class=\"lead\"", "Nothing is estimated: these figures wait for what they are made of."),
                tag("ul", "class=\"absent-list\"", items));
    }

    private String footer() {
        String read = report.read().entrySet().stream()
                .map(one -> one.getKey().word() + " "
                        + Shown.time(one.getValue(), report.event().zone()))
                .collect(Collectors.joining("; "));
        return tag(
                "footer",
                "",
                tag("p", "", "Sources last read to their ends: " + text(read) + "."),
                tag(
                        "p",
                        "",
                        "Times are those of " + text(report.event().zone().getId()) + ". Schema " + Report.SCHEMA
                                + ". Persons are counted by keyed pseudonyms; this page holds no names."));
    }
}
