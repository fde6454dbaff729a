package dev.membersync.eventops.analytics;

import static dev.membersync.eventops.analytics.Kpi.Section.ATTENDANCE;

import dev.membersync.eventops.analytics.Kpi.Shape;
import dev.membersync.eventops.analytics.RegistrationFact.Link;
import dev.membersync.eventops.analytics.ScanFact.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Who came, and when. */
final class AttendanceKpis {
    /** How long one bar of the arrival curve is. */
    static final Duration BAR = Duration.ofMinutes(15);

    static final List<Formula> ROWS = List.of(
            Formula.one(
                    ATTENDANCE,
                    "checked-in",
                    "Checked in",
                    "valid registrations with an admission",
                    Unit.COUNT,
                    facts -> Figure.count(facts.checkedInCrowd()),
                    Input.REGISTRATIONS,
                    Input.CHECK_INS),
            Formula.one(
                    ATTENDANCE,
                    "attendance-rate",
                    "Attendance rate",
                    "checked-in valid registrations / valid registrations",
                    Unit.RATIO,
                    facts -> Figure.share(facts.checkedInCrowd(), facts.validCrowd()),
                    Input.REGISTRATIONS,
                    Input.CHECK_INS),
            Formula.one(
                    ATTENDANCE,
                    "no-show-rate",
                    "No-show rate",
                    "1 - attendance rate, once the event is over",
                    Unit.RATIO,
                    AttendanceKpis::away,
                    Input.REGISTRATIONS,
                    Input.CHECK_INS,
                    Input.EVENT_OVER),
            Formula.one(
                    ATTENDANCE,
                    "not-yet-arrived",
                    "Not yet arrived",
                    "1 - attendance rate, until the event is over",
                    Unit.RATIO,
                    AttendanceKpis::away,
                    Input.REGISTRATIONS,
                    Input.CHECK_INS,
                    Input.EVENT_NOT_OVER),
            Formula.one(
                    ATTENDANCE,
                    "member-attendance",
                    "Member attendance",
                    "distinct eligible members checked in / eligible members",
                    Unit.RATIO,
                    facts -> Figure.share(
                                    Crowd.of(facts.eligibleAmong(facts.checkedIn())
                                            .size()),
                                    facts.eligibleCrowd())
                            .noting(facts.membershipNote()),
                    Input.MEMBERS,
                    Input.REGISTRATIONS,
                    Input.CHECK_INS),
            Formula.one(
                    ATTENDANCE,
                    "member-share",
                    "Member share of attendance",
                    "checked-in registrations whose holder is a current member / checked-in registrations",
                    Unit.RATIO,
                    facts -> among(facts, facts::isEligible).noting(facts.membershipNote()),
                    Input.MEMBERS,
                    Input.REGISTRATIONS,
                    Input.CHECK_INS),
            Formula.one(
                    ATTENDANCE,
                    "walk-in-share",
                    "Walk-in share",
                    "valid registrations made within the admission window / checked-in registrations",
                    Unit.RATIO,
                    facts -> {
                        var doors = facts.data().event().admission().orElseThrow();
                        return Figure.share(
                                Crowd.of(facts.valid().stream()
                                        .filter(one -> one.created()
                                                .filter(doors::holds)
                                                .isPresent())
                                        .count()),
                                facts.checkedInCrowd());
                    },
                    Input.REGISTRATIONS,
                    Input.CHECK_INS,
                    Input.CREATED,
                    Input.ADMISSION_WINDOW),
            Formula.one(
                    ATTENDANCE,
                    "first-timer-share",
                    "First-timer share",
                    "checked-in people who attended no earlier edition / checked-in people",
                    Unit.RATIO,
                    facts -> {
                        Set<String> people = Facts.holders(facts.checkedIn());
                        Set<String> known = facts.data().editions().stream()
                                .flatMap(List::stream)
                                .flatMap(edition -> edition.attended().stream())
                                .collect(Collectors.toSet());
                        return Figure.share(
                                Crowd.of(people.stream()
                                        .filter(one -> !known.contains(one))
                                        .count()),
                                facts.attendees());
                    },
                    Input.REGISTRATIONS,
                    Input.CHECK_INS,
                    Input.EDITIONS),
            Formula.one(
                    ATTENDANCE,
                    "attendee-retention",
                    "Attendee retention",
                    "people at both editions / people at the previous edition",
                    Unit.RATIO,
                    facts -> {
                        Set<String> before = facts.previous().orElseThrow().attended();
                        Set<String> both = new HashSet<>(Facts.holders(facts.checkedIn()));
                        both.retainAll(before);
                        return Figure.share(Crowd.of(both.size()), Crowd.of(before.size()));
                    },
                    Input.REGISTRATIONS,
                    Input.CHECK_INS,
                    Input.EDITIONS),
            Formula.one(
                    ATTENDANCE,
                    "capacity-utilisation",
                    "Capacity utilisation",
                    "most people inside at once / capacity; without scans of exits all who were admitted, and it says so",
                    Unit.RATIO,
                    AttendanceKpis::utilisation,
                    Input.REGISTRATIONS,
                    Input.CHECK_INS,
                    Input.CAPACITY),
            Formula.many(
                    ATTENDANCE,
                    "arrivals",
                    "Arrivals",
                    "from",
                    "first admissions in each quarter of an hour, by the corrected clock",
                    Unit.COUNT,
                    Shape.PARTITION,
                    AttendanceKpis::arrivals,
                    Input.REGISTRATIONS,
                    Input.SCANS),
            Formula.many(
                    ATTENDANCE,
                    "arrival-time",
                    "Time of arrival",
                    "percentile",
                    "seconds after event start (before it: below 0) at which half, and nine tenths, of the first"
                            + " admissions were made; nearest rank",
                    Unit.SECONDS,
                    Shape.ALONE,
                    AttendanceKpis::arrivalTimes,
                    Input.REGISTRATIONS,
                    Input.SCANS,
                    Input.EVENT_START),
            Formula.one(
                    ATTENDANCE,
                    "duplicate-scan-rate",
                    "Duplicate-scan rate",
                    "scans with the outcome conflict or repeat / all scans of valid tickets, exits included; a re-read"
                            + " on the same device within 3 s is no scan",
                    Unit.RATIO,
                    facts -> Figure.share(
                            Crowd.of(facts.scans().stream()
                                    .filter(scan ->
                                            scan.outcome() == Outcome.CONFLICT || scan.outcome() == Outcome.REPEAT)
                                    .count()),
                            Crowd.of(facts.scans().size())),
                    Input.REGISTRATIONS,
                    Input.SCANS),
            Formula.one(
                    ATTENDANCE,
                    "offline-share",
                    "Offline share",
                    "first admissions decided without the server / first admissions",
                    Unit.RATIO,
                    facts -> Figure.share(
                            Crowd.of(facts.provisional().size()),
                            Crowd.of(facts.admissions().size())),
                    Input.REGISTRATIONS,
                    Input.SCANS),
            Formula.many(
                    ATTENDANCE,
                    "plan-mix",
                    "Attendance by plan",
                    "plan",
                    "checked-in registrations by the plan on record at event start, whatever its status / checked-in"
                            + " registrations; none for people known to have none, unknown where the link is missing",
                    Unit.RATIO,
                    Shape.PARTITION,
                    facts -> mix(facts, one -> plan(facts, one)),
                    Input.MEMBERS,
                    Input.REGISTRATIONS,
                    Input.CHECK_INS),
            Formula.many(
                    ATTENDANCE,
                    "ticket-mix",
                    "Attendance by ticket class",
                    "class",
                    "checked-in registrations by ticket class / checked-in registrations",
                    Unit.RATIO,
                    Shape.PARTITION,
                    facts -> mix(facts, RegistrationFact::ticketClass),
                    Input.REGISTRATIONS,
                    Input.CHECK_INS));

    private AttendanceKpis() {}

    private static Figure away(Facts facts) {
        Crowd valid = facts.validCrowd();
        return Figure.share(Crowd.of(valid.count() - facts.checkedInCrowd().count()), valid);
    }

    private static Figure among(Facts facts, java.util.function.Predicate<RegistrationFact> which) {
        return Figure.share(Crowd.of(facts.checkedIn().stream().filter(which).count()), facts.checkedInCrowd());
    }

    private static Figure utilisation(Facts facts) {
        boolean exits = Scans.hasExits(facts.scans());
        long inside = exits ? Scans.peak(facts.scans()) : facts.checkedInCrowd().count();
        return Figure.quotient(inside, facts.data().event().capacity().orElseThrow(), Unit.RATIO)
                .aboutPeople(LongStream.of(inside))
                .noting(exits ? "" : "all who were admitted: no exits were scanned");
    }

    private static List<Figure> arrivals(Facts facts) {
        Map<Instant, Long> bars = facts.admissions().values().stream()
                .collect(Collectors.groupingBy(
                        at -> Instant.ofEpochSecond(
                                Math.floorDiv(at.getEpochSecond(), BAR.toSeconds()) * BAR.toSeconds()),
                        TreeMap::new,
                        Collectors.counting()));
        return bars.entrySet().stream()
                .map(bar -> Figure.count(Crowd.of(bar.getValue()))
                        .of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                bar.getKey().atZone(facts.data().event().zone()))))
                .toList();
    }

    private static List<Figure> arrivalTimes(Facts facts) {
        Instant start = facts.data().event().starts().orElseThrow();
        List<Long> seconds = facts.admissions().values().stream()
                .map(at -> Duration.between(start, at).toSeconds())
                .sorted()
                .toList();
        return Ranks.percentiles(seconds, 50, 90);
    }

    private static String plan(Facts facts, RegistrationFact one) {
        MemberFact member = one.link() == Link.MEMBER ? facts.members().get(one.holder()) : null;
        if (member != null) {
            return member.plan().orElse("none");
        }
        return one.link() == Link.NOT_A_MEMBER ? "none" : "unknown";
    }

    private static List<Figure> mix(Facts facts, Function<RegistrationFact, String> group) {
        Map<String, Long> groups =
                facts.checkedIn().stream().collect(Collectors.groupingBy(group, TreeMap::new, Collectors.counting()));
        Stream<Map.Entry<String, Long>> largestFirst = groups.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()));
        return largestFirst
                .map(entry -> Figure.quotient(
                                entry.getValue(), facts.checkedInCrowd().count(), Unit.RATIO)
                        .aboutPeople(LongStream.of(entry.getValue()))
                        .of(entry.getKey()))
                .toList();
    }
}
