package dev.membersync.eventops.analytics;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All figures of one dataset. Immutable. {@link ReportFormat} writes it.
 *
 * @param event the event
 * @param asOf the moment of all figures
 * @param read when each source was last read to its end
 * @param results every KPI, with its figures or with what is missing for them
 * @param smallest in a report for others, how many people a figure is about at least
 */
public record Report(
        EventFact event, Instant asOf, Map<Source, Instant> read, List<KpiResult> results, OptionalInt smallest) {
    /** The version of what is written: raised when a reader of the former one would no longer understand it. */
    public static final int SCHEMA = 1;

    /** How many people a figure of a report for others is about at least, unless said otherwise. */
    public static final int DEFAULT_SMALLEST = 5;

    /** Copies the lists. */
    public Report {
        Map<Source, Instant> times = new EnumMap<>(Source.class);
        times.putAll(read);
        read = Collections.unmodifiableMap(times);
        results = List.copyOf(results);
    }

    /** The report of a dataset, for those who may see every registration: nothing is suppressed. */
    public static Report of(Dataset data) {
        Facts facts = Facts.of(data);
        return new Report(
                data.event(),
                data.asOf(),
                data.read(),
                Kpis.rows().stream().map(row -> row.result(facts)).toList(),
                OptionalInt.empty());
    }

    /** The report to be shared: as {@link #shared(int)} with {@value #DEFAULT_SMALLEST} people. */
    public Report shared() {
        return shared(DEFAULT_SMALLEST);
    }

    /**
     * The report to be shared with people who may not see single registrations. A figure is suppressed when it is about fewer
     * people than this, or when it, alone or with another figure of the report, would give away such a number: the part that
     * a share leaves over, the last hidden group of a whole, a step of a curve. Nobody at all is not suppressed.
     *
     * @param people the least number of people, at least 2
     */
    public Report shared(int people) {
        if (people < 2) {
            throw new IllegalArgumentException(
                    "a shared report hides figures of fewer than 2 people at least, not " + people);
        }
        return new Report(
                event,
                asOf,
                read,
                results.stream().map(one -> Suppression.of(one, people)).toList(),
                OptionalInt.of(people));
    }

    /** The result of a KPI. */
    public Optional<KpiResult> result(String id) {
        return results.stream().filter(one -> one.kpi().id().equals(id)).findFirst();
    }

    /** When the sources of a KPI were last read to their ends; those of which that is known. */
    public Map<Source, Instant> freshness(Kpi kpi) {
        Map<Source, Instant> times = new EnumMap<>(Source.class);
        kpi.inputs().stream()
                .map(Input::source)
                .filter(read::containsKey)
                .forEach(source -> times.put(source, read.getOrDefault(source, asOf)));
        return times;
    }
}
