package dev.membersync.eventops.pricing;

import static dev.membersync.eventops.pricing.Rules.nowBetween;
import static dev.membersync.eventops.pricing.Rules.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days, hours and local times are those of the event's zone, whatever the calendar does there. */
class PricingTimeTest {
    private static boolean holds(Condition when, String now, String zone) {
        return holds(when, now, zone, "2026-10-24T22:00:00Z");
    }

    private static boolean holds(Condition when, String now, String zone, String start) {
        Snapshot snapshot = Snapshot.of(
                Rules.EVENT,
                ZoneId.of(zone),
                Instant.parse(now),
                Instant.parse(start),
                "USD",
                Map.of("11", ClassFacts.of(usd(100), 100, 10, 0)));
        RuleBook book = Rules.book(Rules.price("r", 1, when, 120));
        return !Rules.evaluate(book, snapshot).plan().changes().isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // Berlin puts the clocks from 02:00 to 03:00 on 29 March: 02:30 comes as 03:30.
        "2026-03-29T01:29:59Z, false",
        "2026-03-29T01:30:00Z, true",
        "2026-03-29T02:29:59Z, true",
        "2026-03-29T02:30:00Z, false",
    })
    void aTimeThatTheClocksSkipComesAsMuchLater(String now, boolean holds) {
        assertThat(holds(nowBetween("2026-03-29T02:30", "2026-03-29T04:30"), now, "Europe/Berlin"))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        // Berlin shows 02:30 twice on 25 October: at 00:30Z and at 01:30Z.
        "2026-10-25T00:29:59Z, false",
        "2026-10-25T00:30:00Z, true",
        "2026-10-25T01:30:00Z, true",
        "2026-10-25T02:29:59Z, true",
        "2026-10-25T02:30:00Z, false",
    })
    void aTimeThatTheClocksShowTwiceCountsTheFirstTime(String now, boolean holds) {
        assertThat(holds(nowBetween("2026-10-25T02:30", "2026-10-25T03:30"), now, "Europe/Berlin"))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-12-31T23:30:00Z, 2028-01-01T09:00:00Z, 1",
        "2028-02-28T12:00:00Z, 2028-03-01T12:00:00Z, 2",
        "2027-02-28T12:00:00Z, 2027-03-01T12:00:00Z, 1",
        "2026-03-28T12:00:00Z, 2026-03-30T00:30:00Z, 2",
        "2026-10-24T23:30:00Z, 2026-10-26T12:00:00Z, 2",
    })
    void daysToTheEventAreDaysOfTheCalendar(String now, String start, int days) {
        Condition when = Rules.at(InputKind.DAYS_TO_EVENT, Comparison.IS, days);
        assertThat(holds(when, now, "UTC", start)).isTrue();
    }

    @Test
    void theCalendarIsThatOfTheEventNotOfTheServer() {
        Condition tomorrow = Rules.at(InputKind.DAYS_TO_EVENT, Comparison.IS, 1);
        String now = "2026-05-02T23:30:00Z";
        assertThat(holds(tomorrow, now, "UTC", "2026-05-03T12:00:00Z")).isTrue();
        assertThat(holds(tomorrow, now, "Pacific/Auckland", "2026-05-03T12:00:00Z"))
                .isTrue();
        assertThat(holds(tomorrow, now, "Asia/Tokyo", "2026-05-03T12:00:00Z")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Pacific/Kiritimati", "America/St_Johns"})
    void theZoneOfTheServerDoesNotMatter(String server) {
        Snapshot snapshot = Rules.sold(Instant.parse("2026-03-29T01:30:00Z"), 100, 82);
        RuleBook book = Rules.book(Rules.price("r", 1, nowBetween("2026-03-28T21:30", "2026-03-28T21:31"), 120));
        TimeZone before = TimeZone.getDefault();
        String hash = Rules.evaluate(book, snapshot).plan().hash();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(server));
            assertThat(Rules.evaluate(book, snapshot).plan().hash()).isEqualTo(hash);
            assertThat(Rules.evaluate(book, snapshot).plan().changes()).hasSize(1);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void theChangesOfADayAreThoseOfADayOfTheEvent() {
        Stability once = new Stability(Duration.ZERO, Duration.ZERO, 1, Optional.empty());
        RuleBook book = Rules.book(Rules.calm(Rules.price("r", 1, Condition.always(), 120), once));
        Instant lateInNewYork = Instant.parse("2026-09-02T03:30:00Z");
        Memory changed = Memory.none(Rules.EVENT).changed("11.price", lateInNewYork, LocalDate.parse("2026-09-01"), 0);
        assertThat(Rules.evaluate(book, Rules.sold(lateInNewYork.plusSeconds(1799), 100, 1), changed)
                        .plan()
                        .changes())
                .isEmpty();
        assertThat(Rules.evaluate(book, Rules.sold(lateInNewYork.plusSeconds(1800), 100, 1), changed)
                        .plan()
                        .changes())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"21:59, false", "22:00, true", "00:00, true", "06:59, true", "07:00, false"})
    void quietHoursGoOverMidnight(LocalTime time, boolean quiet) {
        assertThat(new Stability.Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0)).holdsAt(time))
                .isEqualTo(quiet);
    }

    @Test
    void velocityNeedsAnObservationFromBeforeItsWindowThatIsNotTooOld() {
        Condition fast = new Condition.Compare(
                Input.parse("velocity(24h)"), Comparison.AT_LEAST, new Operand.Quantity(java.math.BigDecimal.TEN));
        RuleBook book = Rules.book(Rules.price("r", 1, fast, 120));
        Instant then = Rules.NOW;
        Memory memory = Rules.evaluate(book, Rules.sold(then, 100, 10)).memory();
        assertThat(Rules.evaluate(book, Rules.sold(then.plus(Duration.ofHours(23)), 100, 60), memory)
                        .plan()
                        .trace()
                        .get(0)
                        .state())
                .isEqualTo(RuleTrace.State.UNKNOWN);
        assertThat(Rules.evaluate(book, Rules.sold(then.plus(Duration.ofHours(24)), 100, 20), memory)
                        .plan()
                        .changes())
                .hasSize(1);
        assertThat(Rules.evaluate(book, Rules.sold(then.plus(Duration.ofHours(24)), 100, 19), memory)
                        .plan()
                        .changes())
                .isEmpty();
        assertThat(Rules.evaluate(book, Rules.sold(then.plus(Duration.ofHours(49)), 100, 90), memory)
                        .plan()
                        .trace()
                        .get(0)
                        .state())
                .isEqualTo(RuleTrace.State.UNKNOWN);
    }
}
