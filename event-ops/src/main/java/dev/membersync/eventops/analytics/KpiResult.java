package dev.membersync.eventops.analytics;

import java.util.List;

/**
 * What one KPI came to.
 *
 * @param kpi the KPI
 * @param figures its figures; empty when it is not available, and when there is nothing to count
 * @param missing what it needs that is not there; empty when it is available
 */
public record KpiResult(Kpi kpi, List<Figure> figures, List<Input> missing) {
    /** Copies the lists. */
    public KpiResult {
        figures = List.copyOf(figures);
        missing = List.copyOf(missing);
    }

    /** Whether everything that it needs is there. */
    public boolean isAvailable() {
        return missing.isEmpty();
    }
}
