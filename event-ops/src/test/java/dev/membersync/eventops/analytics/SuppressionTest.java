package dev.membersync.eventops.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Reports for others give no small number of people away, not even to somebody who computes. */
class SuppressionTest {
    private static final int LEAST = 5;
    private static final int ROUNDS = Boolean.getBoolean("heavy") ? 3_000 : 60;

    /** Where the sizes of three nested crowds stand: KPI, and whether as numerator. */
    private static final Map<String, List<String>> PLACES = Map.of(
            "live", List.of("registrations/n", "link-coverage/d"),
            "valid", List.of("valid-registrations/n", "attendance-rate/d", "no-show-rate/d"),
            "checked in",
                    List.of(
                            "checked-in/n",
                            "attendance-rate/n",
                            "member-share/d",
                            "walk-in-share/d",
                            "plan-mix/d",
                            "ticket-mix/d"));

    /** The figures of which somebody thought about what they tell together with others; no test can. */
    private static final String EXAMINED = """
            arrival-time arrivals attendance-rate attendee-retention booking-curve booking-curve-previous
            capacity-utilisation checked-in code-discount code-revenue code-uses data-freshness dispute-rate
            duplicate-scan-rate eligible-members fees first-timer-share gross-sales invite-funnel involuntary-churn
            join-after-event link-coverage member-attendance member-conversion member-discount-cost member-share
            net-after-fees net-sales net-sales-per-attendee no-show-rate not-yet-arrived not-yet-sold offline-share
            open-exceptions plan-mix reconciled-payments reconciled-share refund-rate-count refund-rate-value refunds
            registration-funnel registrations renewal-rate renewal-uplift revenue-per-eligible-member sell-through
            sync-lag ticket-mix valid-registrations waitlist-conversion waitlist-response walk-in-share
            """;

    @Test
    void ofEveryFigureSomebodyThoughtWhatItGivesAway() {
        assertThat(Kpis.all().stream()
                        .map(Kpi::id)
                        .filter(id -> !List.of(EXAMINED.split("\\s+")).contains(id)))
                .as("what a new figure and one that is there tell together, such as a difference, may be a few people:"
                        + " give its crowd the gap, its numbers a row in PLACES, and its id to EXAMINED")
                .isEmpty();
    }

    @Test
    void aSmallGroupIsHiddenAndSoIsTheNextOneThatWouldGiveItAway() {
        KpiResult shared = Suppression.of(partition(3, 40, 9, 20), LEAST);

        assertThat(hidden(shared)).containsExactly("g0", "g2");
    }

    @Test
    void hiddenGroupsAreEnoughPeopleTogether() {
        assertThat(hidden(Suppression.of(partition(1, 2, 30, 20), LEAST))).containsExactly("g0", "g1", "g3");
        assertThat(hidden(Suppression.of(partition(3, 4, 30, 20), LEAST))).containsExactly("g0", "g1");
    }

    @Test
    void groupsOfEnoughPeopleStay() {
        assertThat(hidden(Suppression.of(partition(5, 6, 7), LEAST))).isEmpty();
    }

    @Test
    void aShareIsHiddenForItsPartAndForWhatItLeavesOver() {
        assertThat(shownShare(4, 100)).isFalse();
        assertThat(shownShare(96, 100)).isFalse();
        assertThat(shownShare(5, 100)).isTrue();
        assertThat(shownShare(0, 100)).isTrue();
        assertThat(shownShare(0, 3)).isFalse();
    }

    @Test
    void aHiddenFigureHasNoNumbersLeft() {
        Figure figure = Figure.share(Crowd.of(2), Crowd.of(9)).hidden();

        assertThat(figure.numerator()).isEmpty();
        assertThat(figure.denominator()).isEmpty();
        assertThat(figure.value()).isEmpty();
        assertThat(figure.cells()).isEmpty();
    }

    @Test
    void aCurveRisesInStepsOfEnoughPeople() {
        List<Long> shown = Suppression.of(curve(2, 3, 9, 11, 30, 33), LEAST).figures().stream()
                .filter(point -> !point.suppressed())
                .map(point -> point.numerator().orElseThrow())
                .toList();

        assertThat(shown).containsExactly(9L, 33L);
    }

    @Test
    void theFixtureSharesNoSmallNumber() {
        Report shared = Report.of(Golden.dataset()).shared();

        assertThat(shared.result("attendance-rate")
                        .orElseThrow()
                        .figures()
                        .get(0)
                        .suppressed())
                .isTrue();
        assertThat(shared.result("plan-mix").orElseThrow().figures()).allMatch(Figure::suppressed);
        assertThat(shared.result("refunds").orElseThrow().figures()).allMatch(Figure::suppressed);
        assertThat(shared.result("net-sales").orElseThrow().figures()).allMatch(Figure::suppressed);
        assertThat(shared.result("gross-sales").orElseThrow().figures()).noneMatch(Figure::suppressed);
        assertNothingCanBeComputed(shared, "fixture");
    }

    @Test
    void nothingSmallCanBeComputedFromAnySharedReport() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            int people = new SplittableRandom(seed).nextInt(1, 160);
            assertNothingCanBeComputed(
                    Report.of(Generated.dataset(seed, people)).shared(), "seed " + seed);
        }
    }

    @Test
    void allOutputsOfASharedReportHideTheSame() {
        Report shared = Report.of(Golden.dataset()).shared();

        assertThat(ReportFormat.CSV.write(shared)).doesNotContain("0.7778").contains("suppressed");
        assertThat(ReportFormat.JSON.write(shared)).doesNotContain("0.7778").contains("\"smallestGroup\":5");
        assertThat(ReportFormat.OPEN_METRICS.write(shared)).doesNotContain("0.7778");
        assertThat(ReportFormat.HTML.write(shared)).doesNotContain("77.8%").contains(">hidden<");
    }

    @Test
    void fewerThanTwoPeopleAreNoCrowd() {
        assertThatThrownBy(() -> Report.of(Golden.dataset()).shared(1)).hasMessageContaining("2 people at least");
    }

    private static void assertNothingCanBeComputed(Report shared, String name) {
        shared.results()
                .forEach(result -> result.figures().stream()
                        .filter(figure -> !figure.suppressed())
                        .forEach(figure -> assertThat(figure.cells())
                                .as(name + ": " + result.kpi().id() + " " + figure.group())
                                .noneMatch(SuppressionTest::isSmall)));
        for (String kpi : List.of("plan-mix", "ticket-mix")) {
            assertTheRestIsLarge(shared.result(kpi).orElseThrow(), name);
        }
        Map<String, OptionalLong> sizes = new HashMap<>();
        PLACES.forEach((crowd, places) -> sizes.put(crowd, size(shared, places)));
        assertGap(sizes.get("live"), sizes.get("valid"), name + ": cancelled");
        assertGap(sizes.get("valid"), sizes.get("checked in"), name + ": did not come");
    }

    private static void assertTheRestIsLarge(KpiResult result, String name) {
        List<Figure> shown =
                result.figures().stream().filter(one -> !one.suppressed()).toList();
        if (!shown.isEmpty()) {
            long rest = shown.get(0).denominator().orElseThrow()
                    - shown.stream()
                            .mapToLong(one -> one.numerator().orElseThrow())
                            .sum();
            assertThat(isSmall(rest))
                    .as(name + ": rest of " + result.kpi().id())
                    .isFalse();
            assertThat(result.figures().stream().filter(Figure::suppressed).count())
                    .as(name + ": hidden groups of " + result.kpi().id())
                    .isNotEqualTo(1);
        }
    }

    private static OptionalLong size(Report shared, List<String> places) {
        Set<Long> seen = places.stream()
                .flatMapToLong(place -> shared.result(place.split("/")[0]).orElseThrow().figures().stream()
                        .flatMapToLong(figure ->
                                place.endsWith("/n") ? figure.numerator().stream() : figure.denominator().stream()))
                .boxed()
                .collect(Collectors.toSet());
        assertThat(seen.size()).isLessThan(2);
        return seen.stream().mapToLong(Long::longValue).findFirst();
    }

    private static void assertGap(OptionalLong whole, OptionalLong part, String name) {
        if (whole.isPresent() && part.isPresent()) {
            assertThat(isSmall(whole.getAsLong() - part.getAsLong())).as(name).isFalse();
        }
    }

    private static boolean isSmall(long people) {
        return people > 0 && people < LEAST;
    }

    private static boolean shownShare(long part, long whole) {
        KpiResult result = new KpiResult(
                kpi("attendance-rate"), List.of(Figure.share(Crowd.of(part), Crowd.of(whole))), List.of());
        return Suppression.of(result, LEAST).figures().stream().noneMatch(Figure::suppressed);
    }

    private static KpiResult partition(long... groups) {
        long whole = LongStream.of(groups).sum();
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < groups.length; i++) {
            figures.add(Figure.quotient(groups[i], whole, Unit.RATIO)
                    .aboutPeople(LongStream.of(groups[i]))
                    .of("g" + i));
        }
        return new KpiResult(kpi("plan-mix"), figures, List.of());
    }

    private static KpiResult curve(long... points) {
        return new KpiResult(
                kpi("booking-curve"),
                LongStream.of(points)
                        .mapToObj(point -> Figure.plain(point)
                                .aboutPeople(LongStream.of(point))
                                .of("d" + point))
                        .toList(),
                List.of());
    }

    private static Kpi kpi(String id) {
        return Kpis.all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> hidden(KpiResult result) {
        return result.figures().stream()
                .filter(Figure::suppressed)
                .map(Figure::group)
                .toList();
    }
}
