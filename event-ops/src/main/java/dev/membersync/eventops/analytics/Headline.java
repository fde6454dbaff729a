package dev.membersync.eventops.analytics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The main figures in a few sentences; what is not available or suppressed is not spoken of. */
final class Headline {
    private final Report report;

    private Headline(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        return new Headline(report).sentences();
    }

    private String sentences() {
        List<String> all = new ArrayList<>();
        said("attendance-rate")
                .ifPresent(one -> all.add(parts(one) + " valid registrations were checked in (" + value(one) + ")."));
        said("member-conversion")
                .ifPresent(one -> all.add(parts(one) + " eligible members registered"
                        + said("member-attendance")
                                .map(came -> " and " + came.figure().numerator().orElse(0) + " came")
                                .orElse("")
                        + "."));
        money("net-sales")
                .forEach(one -> all.add("Net sales are " + value(one)
                        + money("refunds").stream()
                                .filter(back -> back.figure()
                                        .currency()
                                        .equals(one.figure().currency()))
                                .findFirst()
                                .map(back -> ", after refunds of " + value(back))
                                .orElse("")
                        + "."));
        said("sell-through").ifPresent(one -> all.add(value(one) + " of the places are sold."));
        return all.isEmpty() ? "There is nothing to say in one sentence yet." : String.join(" ", all);
    }

    private record Said(Kpi kpi, Figure figure) {}

    private Optional<Said> said(String id) {
        return money(id).stream().findFirst();
    }

    private List<Said> money(String id) {
        return report.result(id).stream()
                .flatMap(result -> result.figures().stream()
                        .filter(figure -> figure.value().isPresent())
                        .map(figure -> new Said(result.kpi(), figure)))
                .toList();
    }

    private static String value(Said said) {
        return Shown.value(said.kpi(), said.figure());
    }

    private static String parts(Said said) {
        return Shown.parts(said.kpi(), said.figure());
    }
}
