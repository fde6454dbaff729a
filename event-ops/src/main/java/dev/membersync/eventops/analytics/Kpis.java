package dev.membersync.eventops.analytics;

import java.util.List;
import java.util.stream.Stream;

/** All figures that there are, in the order of a report. */
public final class Kpis {
    private static final List<Formula> ROWS = Stream.of(
                    RegistrationKpis.ROWS, AttendanceKpis.ROWS, MoneyKpis.ROWS, MembershipKpis.ROWS, DataKpis.ROWS)
            .flatMap(List::stream)
            .toList();
    private static final List<Kpi> ALL = ROWS.stream().map(Formula::kpi).toList();

    private Kpis() {}

    /** Every row; {@code docs/analytics.md} is made of them. */
    public static List<Kpi> all() {
        return ALL;
    }

    static List<Formula> rows() {
        return ROWS;
    }
}
