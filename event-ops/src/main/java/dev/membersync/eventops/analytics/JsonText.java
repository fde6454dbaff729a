package dev.membersync.eventops.analytics;

import dev.membersync.client.internal.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A report as one JSON object. */
final class JsonText {
    private JsonText() {}

    static String of(Report report) {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put("schema", Report.SCHEMA);
        root.put("event", event(report.event()));
        root.put("asOf", report.asOf().toString());
        root.put("freshness", times(report.read()));
        root.put(
                "smallestGroup",
                report.smallest().isPresent() ? report.smallest().getAsInt() : null);
        List<Object> kpis = new ArrayList<>();
        List<Object> figures = new ArrayList<>();
        List<Object> notAvailable = new ArrayList<>();
        for (KpiResult result : report.results()) {
            kpis.add(kpi(result.kpi()));
            result.figures().forEach(figure -> figures.add(figure(report, result.kpi(), figure)));
            if (!result.isAvailable()) {
                notAvailable.add(Map.of(
                        "kpi",
                        result.kpi().id(),
                        "missing",
                        result.missing().stream().map(Input::description).toList()));
            }
        }
        root.put("kpis", kpis);
        root.put("figures", figures);
        root.put("notAvailable", notAvailable);
        return new String(Json.bytes(root), StandardCharsets.UTF_8);
    }

    private static Map<String, @Nullable Object> event(EventFact event) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", event.id());
        row.put("name", event.name());
        row.put("starts", event.starts().map(Instant::toString).orElse(null));
        row.put("ends", event.ends().map(Instant::toString).orElse(null));
        row.put("zone", event.zone().getId());
        row.put("capacity", orNull(event.capacity()));
        return row;
    }

    private static Map<String, Object> kpi(Kpi kpi) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", kpi.id());
        row.put("title", kpi.title());
        row.put("section", kpi.section().title());
        row.put("formula", kpi.formula());
        row.put("unit", kpi.unit().word());
        row.put("groupedBy", kpi.groupedBy());
        return row;
    }

    private static Map<String, @Nullable Object> figure(Report report, Kpi kpi, Figure figure) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("kpi", kpi.id());
        row.put("group", figure.group());
        row.put("unit", kpi.unit().word());
        row.put("currency", figure.currency().isEmpty() ? null : figure.currencyCode());
        row.put("numerator", orNull(figure.numerator()));
        row.put("denominator", orNull(figure.denominator()));
        row.put("value", figure.value().orElse(null));
        row.put("suppressed", figure.suppressed());
        row.put("note", figure.note());
        row.put("asOf", report.asOf().toString());
        row.put("freshness", times(report.freshness(kpi)));
        return row;
    }

    private static Map<String, String> times(Map<Source, Instant> read) {
        Map<String, String> times = new LinkedHashMap<>();
        read.forEach((source, at) -> times.put(source.word(), at.toString()));
        return times;
    }

    private static @Nullable Long orNull(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}
