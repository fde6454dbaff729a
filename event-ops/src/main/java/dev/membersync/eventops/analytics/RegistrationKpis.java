package dev.membersync.eventops.analytics;

import static dev.membersync.eventops.analytics.Kpi.Section.REGISTRATION;

import dev.membersync.eventops.analytics.Kpi.Shape;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Members, registrations and places. */
final class RegistrationKpis {
    static final List<Formula> ROWS = List.of(
            Formula.one(
                    REGISTRATION,
                    "registrations",
                    "Registrations",
                    "live registrations, cancelled ones included",
                    Unit.COUNT,
                    facts -> Figure.count(facts.liveCrowd()),
                    Input.REGISTRATIONS),
            Formula.one(
                    REGISTRATION,
                    "valid-registrations",
                    "Valid registrations",
                    "registrations whose access was not removed at event start",
                    Unit.COUNT,
                    facts -> Figure.count(facts.validCrowd()),
                    Input.REGISTRATIONS),
            Formula.one(
                    REGISTRATION,
                    "eligible-members",
                    "Eligible members",
                    "members current as of event start, in scope",
                    Unit.COUNT,
                    facts -> Figure.count(facts.eligibleCrowd()).noting(facts.membershipNote()),
                    Input.MEMBERS),
            Formula.one(
                    REGISTRATION,
                    "member-conversion",
                    "Member conversion",
                    "distinct eligible members with at least one valid registration / eligible members",
                    Unit.RATIO,
                    facts -> {
                        Set<String> registered = facts.eligibleAmong(facts.valid());
                        int came = facts.eligibleAmong(facts.checkedIn()).size();
                        return Figure.share(
                                        new Crowd(registered.size(), (long) registered.size() - came),
                                        facts.eligibleCrowd())
                                .noting(facts.membershipNote());
                    },
                    Input.MEMBERS,
                    Input.REGISTRATIONS),
            Formula.many(
                    REGISTRATION,
                    "invite-funnel",
                    "From invitation to check-in",
                    "step",
                    "invited -> opened -> registered -> paid -> checked in: distinct people who did this and every"
                            + " earlier step / people at the previous step; paid is who owes nothing",
                    Unit.RATIO,
                    Shape.ALONE,
                    RegistrationKpis::invited,
                    Input.INVITES,
                    Input.REGISTRATIONS,
                    Input.REGISTRATIONS,
                    Input.CHECK_INS),
            Formula.many(
                    REGISTRATION,
                    "registration-funnel",
                    "From registration to check-in",
                    "step",
                    "registered -> paid -> checked in: distinct people who did this and every earlier step / people at"
                            + " the previous step; paid is who owes nothing",
                    Unit.RATIO,
                    Shape.ALONE,
                    facts -> funnel(registered(facts)),
                    Input.REGISTRATIONS,
                    Input.REGISTRATIONS,
                    Input.CHECK_INS),
            Formula.one(
                    REGISTRATION,
                    "sell-through",
                    "Sell-through",
                    "valid registrations that are paid, refunded in part or complimentary / capacity",
                    Unit.RATIO,
                    facts -> {
                        long sold = facts.valid().stream()
                                .filter(one -> one.status().isSold())
                                .count();
                        return ofCapacity(
                                        facts,
                                        new Crowd(sold, facts.validCrowd().count() - sold))
                                .aboutPeople(LongStream.of(facts.validCrowd().gap()));
                    },
                    Input.REGISTRATIONS,
                    Input.CAPACITY),
            Formula.many(
                    REGISTRATION,
                    "not-yet-sold",
                    "Places not sold yet",
                    "state",
                    "valid registrations that are unpaid or paid in part (pending), and people whose offer is open"
                            + " (offered, where offers are known), each / capacity",
                    Unit.RATIO,
                    Shape.ALONE,
                    RegistrationKpis::apart,
                    Input.REGISTRATIONS,
                    Input.CAPACITY),
            Formula.many(
                    REGISTRATION,
                    "booking-curve",
                    "Booking curve",
                    "days before the event",
                    "valid registrations made up to that many days before the event, cumulative",
                    Unit.COUNT,
                    Shape.CUMULATIVE,
                    facts -> curve(
                            facts,
                            facts.valid().stream()
                                    .flatMap(one -> one.created().stream())
                                    .toList(),
                            facts.data().event().starts().orElseThrow(),
                            facts.validCrowd().gap()),
                    Input.EVENT_START,
                    Input.CREATED),
            Formula.many(
                    REGISTRATION,
                    "booking-curve-previous",
                    "Booking curve of the previous edition",
                    "days before the event",
                    "valid registrations of the previous edition made up to that many days before it, cumulative",
                    Unit.COUNT,
                    Shape.CUMULATIVE,
                    facts -> {
                        Edition edition = facts.previous().orElseThrow();
                        return curve(facts, edition.booked(), edition.starts(), 0);
                    },
                    Input.EARLIER_BOOKINGS));

    private RegistrationKpis() {}

    private static List<Figure> invited(Facts facts) {
        List<OwnFacts.Invite> invites = facts.own().invites().orElse(List.of());
        Map<String, Set<String>> steps = new LinkedHashMap<>();
        steps.put("invited", invites.stream().map(OwnFacts.Invite::person).collect(Collectors.toSet()));
        steps.put(
                "opened",
                invites.stream()
                        .filter(OwnFacts.Invite::opened)
                        .map(OwnFacts.Invite::person)
                        .collect(Collectors.toSet()));
        steps.putAll(registered(facts));
        return funnel(steps);
    }

    private static Map<String, Set<String>> registered(Facts facts) {
        Map<String, Set<String>> steps = new LinkedHashMap<>();
        steps.put("registered", Facts.holders(facts.valid()));
        steps.put(
                "paid",
                Facts.holders(facts.valid().stream()
                        .filter(one -> !one.status().isPending() && one.status() != PaymentStatus.UNKNOWN)
                        .toList()));
        steps.put("checked in", Facts.holders(facts.checkedIn()));
        return steps;
    }

    /** Nested: who is counted at a step is counted at every earlier one. */
    private static List<Figure> funnel(Map<String, Set<String>> steps) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Set<String> people = new HashSet<>(steps.values().iterator().next());
        for (Map.Entry<String, Set<String>> step : steps.entrySet()) {
            people.retainAll(step.getValue());
            counts.put(step.getKey(), people.size());
        }
        int last = people.size();
        List<Figure> figures = new ArrayList<>();
        @Nullable Crowd before = null;
        for (Map.Entry<String, Integer> step : counts.entrySet()) {
            Crowd now = new Crowd(step.getValue(), (long) step.getValue() - last);
            figures.add(Figure.share(now, before == null ? now : before).of(step.getKey()));
            before = now;
        }
        return figures;
    }

    private static Figure ofCapacity(Facts facts, Crowd part) {
        OptionalLong capacity = facts.data().event().capacity();
        return Figure.quotient(part.count(), capacity.orElseThrow(), Unit.RATIO)
                .aboutPeople(LongStream.of(part.count(), part.gap()));
    }

    private static List<Figure> apart(Facts facts) {
        Crowd pending = Crowd.of(
                facts.valid().stream().filter(one -> one.status().isPending()).count());
        Stream<Figure> offered = facts.own().offers().stream()
                .map(offers -> offers.stream()
                        .filter(offer -> offer.accepted().isEmpty())
                        .map(OwnFacts.Offer::person)
                        .distinct()
                        .count())
                .map(open -> ofCapacity(facts, Crowd.of(open)).of("offered"));
        return Stream.concat(Stream.of(ofCapacity(facts, pending).of("pending")), offered)
                .toList();
    }

    /** A point for each day with a booking; the last one is the whole. */
    private static List<Figure> curve(Facts facts, List<Instant> booked, Instant start, long gap) {
        LocalDate day = facts.day(start);
        NavigableMap<Long, Long> byDay = new TreeMap<>(Comparator.reverseOrder());
        booked.forEach(at -> byDay.merge(ChronoUnit.DAYS.between(facts.day(at), day), 1L, Long::sum));
        List<Figure> points = new ArrayList<>();
        long sum = 0;
        for (Map.Entry<Long, Long> entry : byDay.entrySet()) {
            sum += entry.getValue();
            boolean last = sum == booked.size();
            points.add(Figure.plain(sum)
                    .of(String.valueOf(entry.getKey()))
                    .aboutPeople(last ? LongStream.of(sum, gap) : LongStream.of(sum)));
        }
        return points;
    }
}
