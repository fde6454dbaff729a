package dev.membersync.eventops.analytics;

import static dev.membersync.eventops.analytics.Kpi.Section.MEMBERSHIP;

import dev.membersync.eventops.analytics.Kpi.Shape;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Waiting, joining, renewing. */
final class MembershipKpis {
    private static final int JOIN_DAYS = 90;

    static final List<Formula> ROWS = List.of(
            Formula.one(
                    MEMBERSHIP,
                    "waitlist-conversion",
                    "Waitlist conversion",
                    "accepted offers / offers",
                    Unit.RATIO,
                    facts -> {
                        List<OwnFacts.Offer> offers = facts.own().offers().orElse(List.of());
                        return Figure.share(
                                Crowd.of(offers.stream()
                                        .filter(one -> one.accepted().isPresent())
                                        .count()),
                                Crowd.of(offers.size()));
                    },
                    Input.OFFERS),
            Formula.many(
                    MEMBERSHIP,
                    "waitlist-response",
                    "Response to offers",
                    "percentile",
                    "seconds from offer to acceptance, median by nearest rank",
                    Unit.SECONDS,
                    Shape.ALONE,
                    facts -> Ranks.percentiles(
                            facts.own().offers().stream()
                                    .flatMap(List::stream)
                                    .flatMap(one -> one.accepted().stream()
                                            .map(at -> Duration.between(one.offered(), at)
                                                    .toSeconds()))
                                    .sorted()
                                    .toList(),
                            50),
                    Input.OFFERS),
            Formula.many(
                    MEMBERSHIP,
                    "renewal-rate",
                    "Renewal rate",
                    "due month",
                    "members due in the month who renewed by the end of the grace / members due in it whose grace is over",
                    Unit.RATIO,
                    Shape.ALONE,
                    MembershipKpis::renewalRates,
                    Input.RENEWALS),
            Formula.many(
                    MEMBERSHIP,
                    "renewal-uplift",
                    "Renewal uplift",
                    "plan and tenure",
                    "renewal rate of those who attended - renewal rate of those who did not, of the same plan and tenure",
                    Unit.RATIO,
                    Shape.ALONE,
                    MembershipKpis::uplift,
                    Input.RENEWALS,
                    Input.MEMBERS,
                    Input.REGISTRATIONS,
                    Input.CHECK_INS),
            Formula.one(
                    MEMBERSHIP,
                    "join-after-event",
                    "Joined after the event",
                    "attendees without a current membership at event start who joined within " + JOIN_DAYS
                            + " days after the event / those attendees",
                    Unit.RATIO,
                    MembershipKpis::joined,
                    Input.MEMBERS,
                    Input.JOIN_DATES,
                    Input.REGISTRATIONS,
                    Input.CHECK_INS,
                    Input.EVENT_START,
                    Input.EVENT_OVER),
            Formula.one(
                    MEMBERSHIP,
                    "involuntary-churn",
                    "Involuntary churn",
                    "failed renewals that were not recovered / attempted renewals",
                    Unit.RATIO,
                    facts -> {
                        List<OwnFacts.Renewal> attempted = facts.own().renewals().stream()
                                .flatMap(List::stream)
                                .filter(OwnFacts.Renewal::attempted)
                                .toList();
                        return Figure.share(
                                Crowd.of(attempted.stream()
                                        .filter(one ->
                                                one.failed() && one.renewed().isEmpty())
                                        .count()),
                                Crowd.of(attempted.size()));
                    },
                    Input.RENEWALS));

    private MembershipKpis() {}

    /** A member whose grace is not over may still renew, and is in no cohort yet. */
    private static List<OwnFacts.Renewal> closed(Facts facts) {
        LocalDate today = facts.day(facts.data().asOf());
        return facts.own().renewals().stream()
                .flatMap(List::stream)
                .filter(one -> deadline(facts, one).isBefore(today))
                .toList();
    }

    private static LocalDate deadline(Facts facts, OwnFacts.Renewal one) {
        return one.due().plusDays(facts.own().renewalGrace().toDays());
    }

    private static boolean isRenewed(Facts facts, OwnFacts.Renewal one) {
        return one.renewed().filter(day -> !day.isAfter(deadline(facts, one))).isPresent();
    }

    private static long renewed(Facts facts, List<OwnFacts.Renewal> some) {
        return some.stream().filter(one -> isRenewed(facts, one)).count();
    }

    private static List<Figure> renewalRates(Facts facts) {
        Map<String, List<OwnFacts.Renewal>> cohorts = closed(facts).stream()
                .collect(Collectors.groupingBy(
                        one -> YearMonth.from(one.due()).toString(), TreeMap::new, Collectors.toList()));
        return cohorts.entrySet().stream()
                .map(cohort -> Figure.share(
                                Crowd.of(renewed(facts, cohort.getValue())),
                                Crowd.of(cohort.getValue().size()))
                        .of(cohort.getKey()))
                .toList();
    }

    private static List<Figure> uplift(Facts facts) {
        Set<String> came = Facts.holders(facts.checkedIn());
        Map<String, List<OwnFacts.Renewal>> bands = closed(facts).stream()
                .collect(Collectors.groupingBy(one -> band(facts, one), TreeMap::new, Collectors.toList()));
        return bands.entrySet().stream()
                .map(band -> uplift(facts, band.getValue(), came).of(band.getKey()))
                .toList();
    }

    /** The difference of two parts as one: a/b - c/d is (ad - cb)/bd. */
    private static Figure uplift(Facts facts, List<OwnFacts.Renewal> band, Set<String> came) {
        List<OwnFacts.Renewal> with =
                band.stream().filter(one -> came.contains(one.person())).toList();
        List<OwnFacts.Renewal> without =
                band.stream().filter(one -> !came.contains(one.person())).toList();
        long a = renewed(facts, with);
        long c = renewed(facts, without);
        return Figure.quotient(a * without.size() - c * with.size(), (long) with.size() * without.size(), Unit.RATIO)
                .aboutPeople(LongStream.concat(
                        Crowd.cells(Crowd.of(a), Crowd.of(with.size())),
                        Crowd.cells(Crowd.of(c), Crowd.of(without.size()))))
                .noting("association, not cause");
    }

    private static String band(Facts facts, OwnFacts.Renewal one) {
        MemberFact member = facts.members().get(one.person());
        if (member == null) {
            return "unknown / unknown";
        }
        String tenure = member.joined()
                .map(joined -> ChronoUnit.YEARS.between(joined, one.due()))
                .map(years -> years < 1 ? "under 1 year" : years < 3 ? "1 to 2 years" : "3 years and more")
                .orElse("unknown");
        return member.plan().orElse("none") + " / " + tenure;
    }

    private static Figure joined(Facts facts) {
        LocalDate start = facts.day(facts.data().event().starts().orElseThrow());
        LocalDate last = facts.day(facts.data().event().ends().orElseThrow()).plusDays(JOIN_DAYS);
        Set<String> others = facts.checkedIn().stream()
                .filter(one -> !facts.isEligible(one))
                .map(RegistrationFact::holder)
                .collect(Collectors.toSet());
        long joined = others.stream()
                .flatMap(one -> Stream.ofNullable(facts.members().get(one)))
                .flatMap(member -> member.joined().stream())
                .filter(day -> day.isAfter(start) && !day.isAfter(last))
                .count();
        return Figure.share(Crowd.of(joined), Crowd.of(others.size()))
                .noting(facts.day(facts.data().asOf()).isAfter(last) ? "" : "the " + JOIN_DAYS + " days are not over");
    }
}
