package dev.membersync.eventops.checkin;

import static dev.membersync.eventops.checkin.Fest.NOON;
import static dev.membersync.eventops.checkin.Fest.offline;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the scans of one ticket amount to. */
final class VisitsTest {
    private static TimedScan at(long seconds, String device, long sequence, Outcome outcome) {
        Scan scan = offline(device, sequence, Fest.serial(1), outcome, NOON.plusSeconds(seconds));
        return new TimedScan(scan, Moment.exact(NOON.plusSeconds(seconds)), false);
    }

    private static List<String> ids(List<TimedScan> scans) {
        return scans.stream().map(timed -> timed.scan().id().toString()).toList();
    }

    private static Visits of(TimedScan... scans) {
        return Visits.of(Arrays.asList(scans));
    }

    @Test
    void twoOfflineDevicesInTheSameSecondGiveOneAdmissionAndOneConflict() {
        TimedScan north = at(10, "d1", 4, Outcome.ADMITTED);
        TimedScan south = at(10, "d2", 9, Outcome.ADMITTED);

        Visits visits = of(south, north);

        assertThat(visits.admissions()).containsExactly(north);
        assertThat(visits.conflicts()).containsExactly(new Conflict(north, south));
        assertThat(visits.conflicts().get(0).gapSeconds()).isZero();
        assertThat(visits.conflicts().get(0).text())
                .contains("in by gate north (d1-4)", "0 s later by gate south (d2-9)");
    }

    @Test
    void aConflictTellsTheGapInSeconds() {
        Visits visits = of(at(100, "d2", 1, Outcome.ADMITTED), at(10, "d1", 1, Outcome.ADMITTED));
        assertThat(ids(visits.admissions())).containsExactly("d1-1");
        assertThat(visits.conflicts().get(0).gapSeconds()).isEqualTo(90);
    }

    @Test
    void anExitInBetweenMakesTheSecondEntryAnAdmission() {
        Visits visits = of(
                at(0, "d1", 1, Outcome.ADMITTED), at(50, "d1", 2, Outcome.EXITED), at(90, "d2", 1, Outcome.READMITTED));
        assertThat(ids(visits.admissions())).containsExactly("d1-1", "d2-1");
        assertThat(visits.conflicts()).isEmpty();
    }

    @Test
    void looksOfOneDeviceWithinThreeSecondsAreOneGesture() {
        Visits visits = of(
                at(0, "d1", 1, Outcome.ADMITTED),
                at(3, "d1", 2, Outcome.ADMITTED),
                at(4, "d1", 3, Outcome.ADMITTED),
                at(2, "d2", 1, Outcome.ADMITTED));
        assertThat(ids(visits.rereads())).containsExactly("d1-2");
        assertThat(visits.conflicts())
                .extracting(c -> c.later().scan().id().toString())
                .containsExactly("d2-1", "d1-3");
    }

    @Test
    void anAdmissionAfterARefusalInTheSameGestureCounts() {
        Visits visits = of(at(0, "d1", 1, Outcome.PAYMENT_DUE), at(2, "d1", 2, Outcome.ADMITTED));
        assertThat(ids(visits.admissions())).containsExactly("d1-2");
    }

    @Test
    void whatWasTakenBackDoesNotCount() {
        TimedScan first = at(0, "d1", 1, Outcome.ADMITTED);
        Visits visits = of(new TimedScan(first.scan(), first.when(), true), at(60, "d2", 1, Outcome.ADMITTED));
        assertThat(ids(visits.admissions())).containsExactly("d2-1");
        assertThat(visits.conflicts()).isEmpty();
    }

    @Test
    void refusedScansAreNoVisits() {
        Visits visits = of(at(0, "d1", 1, Outcome.BLOCKED), at(9, "d1", 2, Outcome.EXPIRED));
        assertThat(visits.first()).isEmpty();
    }

    @Test
    void anyOrderAndAnyRepetitionGiveTheSameVisits() {
        for (long seed = 1; seed <= 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<TimedScan> scans = new ArrayList<>();
            for (int i = 1; i <= 12; i++) {
                Outcome outcome = random.nextInt(4) == 0 ? Outcome.EXITED : Outcome.ADMITTED;
                scans.add(at(random.nextInt(20), "d" + (1 + random.nextInt(3)), i, outcome));
            }
            List<TimedScan> shuffled = new ArrayList<>(scans);
            shuffled.addAll(scans.subList(0, 6));
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(Visits.of(shuffled)).as("seed %d", seed).isEqualTo(Visits.of(scans));
        }
    }
}
