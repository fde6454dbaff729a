package dev.membersync.eventops.analytics;

import static dev.membersync.eventops.analytics.Kpi.Section.DATA;

import dev.membersync.eventops.analytics.Kpi.Shape;
import dev.membersync.eventops.analytics.RegistrationFact.Link;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** How good the data are, which decides how much the other figures are worth. */
final class DataKpis {
    static final List<Formula> ROWS = List.of(
            Formula.one(
                    DATA,
                    "link-coverage",
                    "Link coverage",
                    "registrations with a linked member or an explicit \"not a member\" / live registrations,"
                            + " cancelled ones included",
                    Unit.RATIO,
                    facts -> Figure.share(
                            Crowd.of(facts.live().stream()
                                    .filter(one -> one.link() != Link.UNKNOWN)
                                    .count()),
                            facts.liveCrowd()),
                    Input.REGISTRATIONS),
            Formula.many(
                    DATA,
                    "sync-lag",
                    "Sync lag",
                    "percentile",
                    "seconds from a change at its source to its application on the other side, nearest rank",
                    Unit.SECONDS,
                    Shape.ALONE,
                    facts -> Ranks.percentiles(
                            facts.data().lags().stream()
                                    .flatMap(List::stream)
                                    .map(Duration::toSeconds)
                                    .sorted()
                                    .toList(),
                            50,
                            95),
                    Input.CHANGE_TIMES),
            Formula.many(
                    DATA,
                    "data-freshness",
                    "Age of the data",
                    "source",
                    "seconds from the last complete read of each source to the moment of the report",
                    Unit.SECONDS,
                    Shape.ALONE,
                    facts -> facts.data().read().entrySet().stream()
                            .map(read -> Figure.plain(Duration.between(
                                                    read.getValue(),
                                                    facts.data().asOf())
                                            .toSeconds())
                                    .of(read.getKey().word()))
                            .toList()),
            Formula.many(
                    DATA,
                    "reconciled-share",
                    "Reconciled share of money",
                    "",
                    "money that both sides agree on / money that both sides should know",
                    Unit.RATIO,
                    Shape.ALONE,
                    facts -> facts.data().ledger().stream()
                            .flatMap(ledger -> ledger.shares().stream())
                            .map(share -> Figure.quotient(share.matched(), share.total(), Unit.RATIO)
                                    .aboutPeople(
                                            LongStream.of(share.payments(), share.payments() - share.matchedPayments()))
                                    .in(share.currency()))
                            .toList(),
                    Input.LEDGER),
            Formula.one(
                    DATA,
                    "reconciled-payments",
                    "Reconciled share of payments",
                    "payments that both sides agree on / payments that both sides should know",
                    Unit.RATIO,
                    facts -> {
                        List<LedgerFacts.Share> shares =
                                facts.data().ledger().orElseThrow().shares();
                        return Figure.share(
                                Crowd.of(shares.stream()
                                        .mapToLong(LedgerFacts.Share::matchedPayments)
                                        .sum()),
                                Crowd.of(shares.stream()
                                        .mapToLong(LedgerFacts.Share::payments)
                                        .sum()));
                    },
                    Input.LEDGER),
            Formula.many(
                    DATA,
                    "open-exceptions",
                    "Open exceptions",
                    "class and age",
                    "open exceptions of the reconciliation by class and age",
                    Unit.COUNT,
                    Shape.ALONE,
                    DataKpis::exceptions,
                    Input.LEDGER));

    private DataKpis() {}

    private static List<Figure> exceptions(Facts facts) {
        return facts.data().ledger().orElseThrow().exceptions().stream()
                .collect(Collectors.groupingBy(
                        one -> one.kind() + " / "
                                + age(Duration.between(one.since(), facts.data().asOf())),
                        TreeMap::new,
                        Collectors.counting()))
                .entrySet()
                .stream()
                .map(group -> Figure.plain(group.getValue()).of(group.getKey()))
                .toList();
    }

    private static String age(Duration open) {
        long days = open.toDays();
        return days < 1 ? "under 1 day" : days < 7 ? "1 to 6 days" : days < 30 ? "7 to 29 days" : "30 days and more";
    }
}
