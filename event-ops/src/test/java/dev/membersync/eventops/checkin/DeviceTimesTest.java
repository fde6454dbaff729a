package dev.membersync.eventops.checkin;

import static dev.membersync.eventops.checkin.Fest.NOON;
import static dev.membersync.eventops.checkin.Fest.contact;
import static dev.membersync.eventops.checkin.Fest.offline;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When offline scans happened, by the server's clock. */
final class DeviceTimesTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration TWENTY = Duration.ofMinutes(20);

    private static Scan scan(long sequence, Instant wall, Duration sinceStart) {
        Scan scan = offline("d1", sequence, Fest.serial(1), Outcome.ADMITTED, wall);
        return new Scan(
                scan.id(),
                Clocks.offline(wall, sinceStart.toNanos()),
                scan.serial(),
                0,
                scan.direction(),
                scan.gate(),
                "",
                scan.outcome(),
                "",
                1,
                "snap",
                Optional.empty(),
                0);
    }

    private static Moment moment(FactId id, Fact... facts) {
        return DeviceTimes.of(List.of(facts)).of(id);
    }

    @Test
    void aClockThatIsTwentyMinutesAheadIsCorrected() {
        Scan scan = offline(
                "d1", 2, Fest.serial(1), Outcome.ADMITTED, NOON.plusSeconds(60).plus(TWENTY));
        assertThat(moment(scan.id(), contact("d1", 1, NOON.plus(TWENTY), NOON), scan))
                .isEqualTo(Moment.exact(NOON.plusSeconds(60)));
    }

    @Test
    void theMedianOfTheLastFiveContactsCounts() {
        Fact[] facts = new Fact[8];
        int[] ahead = {900, 900, 10, 12, 11, 4000, 13};
        for (int i = 0; i < ahead.length; i++) {
            Instant server = NOON.plusSeconds(i);
            facts[i] = new Contact(
                    new FactId("d1", i + 1),
                    Clocks.online(server.minusSeconds(ahead[i]), i * 1_000_000_000L, server),
                    Duration.ZERO);
        }
        facts[7] = scan(8, NOON.plusSeconds(100), Duration.ofSeconds(100));
        // The wall clock is put forward and back between those contacts; the counter's reading is what counts.
        assertThat(Skew.offset(List.of(facts))).contains(Duration.ofSeconds(12));
    }

    @Test
    void halfTheRoundTripIsTakenOff() {
        Contact contact =
                new Contact(new FactId("d1", 1), Clocks.online(NOON, 0, NOON.plusSeconds(10)), Duration.ofSeconds(4));
        assertThat(Skew.offset(List.of(contact))).contains(Duration.ofSeconds(8));
    }

    @Test
    void contactsAfterTheScansCountWhenThereWereNoneBefore() {
        Scan scan = offline("d1", 1, Fest.serial(1), Outcome.ADMITTED, NOON.minus(DAY));
        Contact later = contact("d1", 2, NOON.minus(DAY).plusSeconds(30), NOON.plusSeconds(30));
        assertThat(moment(scan.id(), later, scan)).isEqualTo(Moment.exact(NOON));
    }

    @Test
    void aClockThatWasSetBackGivesAnInterval() {
        Contact before = contact("d1", 1, NOON, NOON);
        Scan after = scan(3, NOON.plusSeconds(120).minus(DAY), Duration.ofMinutes(2));

        Moment moment = moment(after.id(), before, scan(2, NOON.plusSeconds(60), Duration.ofMinutes(1)), after);

        assertThat(moment)
                .isEqualTo(new Moment(NOON.plusSeconds(120).minus(DAY), NOON.plusSeconds(120), NOON.plusSeconds(120)));
        assertThat(moment.isInterval()).isTrue();
    }

    @Test
    void scansBeforeTheJumpGetTheIntervalWhenTheContactCameAfterIt() {
        Scan before = scan(1, NOON.plus(DAY), Duration.ZERO);
        Contact after = new Contact(
                new FactId("d1", 2),
                Clocks.online(NOON.plusSeconds(60), 60_000_000_000L, NOON.plusSeconds(60)),
                Duration.ZERO);
        assertThat(moment(before.id(), before, after)).isEqualTo(new Moment(NOON, NOON, NOON.plus(DAY)));
    }

    @Test
    void aRestartedDeviceJumpsOnlyWhenItsWallClockGoesBack() {
        Contact contact = contact("d1", 1, NOON, NOON);
        Scan restarted = scan(2, NOON.plusSeconds(90), Duration.ZERO);
        Scan setBack = scan(3, NOON.minusSeconds(90), Duration.ofSeconds(1));
        assertThat(moment(restarted.id(), contact, restarted).isInterval()).isFalse();
        assertThat(moment(setBack.id(), contact, restarted, setBack).isInterval())
                .isTrue();
    }

    @Test
    void aSleepingDeviceWhoseCounterStoodStillHasNotJumped() {
        Contact contact = contact("d1", 1, NOON, NOON);
        Scan woken = scan(2, NOON.plusSeconds(3600), Duration.ofSeconds(5));
        assertThat(moment(woken.id(), contact, woken)).isEqualTo(Moment.exact(NOON.plusSeconds(3600)));
    }

    @Test
    void theEdgesOfTheSkewBelongToTheBetterSide() {
        assertThat(Skew.of(Duration.ofMinutes(2))).isEqualTo(Skew.NORMAL);
        assertThat(Skew.of(Duration.ofMinutes(-2).minusNanos(1))).isEqualTo(Skew.FLAGGED);
        assertThat(Skew.of(Duration.ofMinutes(15))).isEqualTo(Skew.FLAGGED);
        assertThat(Skew.of(Duration.ofMinutes(15).plusNanos(1))).isEqualTo(Skew.SUSPECT);
    }
}
