package dev.membersync.eventops.checkin;

import static dev.membersync.eventops.checkin.Fest.NOON;
import static dev.membersync.eventops.checkin.Fest.contact;
import static dev.membersync.eventops.checkin.Fest.offline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.eventops.ticket.Serial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Facts of devices that were offline arrive in any order and as often as they are sent. */
final class UploadMergeTest {
    private static final Waiver HELP_DESK = new Waiver("help-desk", "wrong person");

    private static List<Fact> story(SplittableRandom random) {
        List<Fact> facts = new ArrayList<>();
        for (String device : List.of("d1", "d2", "d3")) {
            Duration off = Duration.ofSeconds(random.nextInt(-1500, 1500));
            Instant time = NOON;
            Duration setBack = Duration.ZERO;
            for (int sequence = 1; sequence <= 12; sequence++) {
                time = time.plusMillis(random.nextInt(30_000));
                if (random.nextInt(15) == 0) {
                    setBack = setBack.plusSeconds(random.nextInt(4000));
                }
                FactId id = new FactId(device, sequence);
                Instant wall = time.plus(off).minus(setBack);
                long counter = Duration.between(NOON, time).toNanos();
                int kind = random.nextInt(8);
                if (kind == 0) {
                    facts.add(new Contact(id, Clocks.online(wall, counter, time), Duration.ofMillis(40)));
                } else if (kind == 1) {
                    FactId target = new FactId("d" + (1 + random.nextInt(3)), 1 + random.nextInt(12));
                    facts.add(new Undo(id, Clocks.offline(wall, counter), target, HELP_DESK));
                } else {
                    Outcome outcome = kind == 2 ? Outcome.EXITED : kind == 3 ? Outcome.BLOCKED : Outcome.ADMITTED;
                    Scan scan = offline(device, sequence, Fest.serial(1 + random.nextInt(4)), outcome, wall);
                    facts.add(new Scan(
                            id,
                            Clocks.offline(wall, counter),
                            scan.serial(),
                            0,
                            scan.direction(),
                            scan.gate(),
                            "",
                            outcome,
                            "",
                            1,
                            "snap",
                            Optional.empty(),
                            kind == 4 ? sequence - 1 : 0));
                }
            }
        }
        return facts;
    }

    /** All that is derived from the facts. */
    private static List<Object> state(CheckInStore store) {
        return store.inTransaction(tx -> {
            List<Object> all = new ArrayList<>(tx.facts().page(Optional.empty(), 1000));
            for (int number = 1; number <= 4; number++) {
                Serial serial = Fest.serial(number);
                all.add(Visits.of(tx.facts().scans(serial)));
                all.add(tx.admissions()
                        .find(serial)
                        .map(row -> new Attendance(row.serial(), row.first(), row.admissions(), row.conflicts(), 0)));
                all.add(tx.uploads()
                        .find(serial)
                        .map(upload -> upload.wanted() && !upload.isDone())
                        .orElse(false));
            }
            return all;
        });
    }

    @Test
    void anyPermutationAndDuplicationOfUploadsGivesOneState() {
        int seeds = Boolean.getBoolean("heavy") ? 3000 : 60;
        for (long seed = 1; seed <= seeds; seed++) {
            List<Fact> facts = story(new SplittableRandom(seed));
            Fest straight = Fest.create();
            straight.checkIn().upload(facts);

            List<Fact> shuffled = new ArrayList<>(facts);
            shuffled.addAll(facts.subList(0, 10));
            Collections.shuffle(shuffled, new Random(seed));
            Fest mixed = Fest.create();
            SplittableRandom random = new SplittableRandom(seed);
            for (int from = 0; from < shuffled.size(); ) {
                int to = Math.min(shuffled.size(), from + 1 + random.nextInt(9));
                mixed.checkIn().upload(shuffled.subList(from, to));
                from = to;
            }
            assertThat(state(mixed.store)).as("seed %d", seed).isEqualTo(state(straight.store));
        }
    }

    @Test
    void twoOfflineDevicesInTheSameSecondGiveOneAdmissionAndOneConflict() {
        Fest fest = Fest.create();
        CheckIn checkIn = fest.checkIn();
        checkIn.upload(List.of(offline("d2", 1, Fest.serial(1), Outcome.ADMITTED, NOON)));
        UploadReceipt receipt = checkIn.upload(List.of(offline("d1", 1, Fest.serial(1), Outcome.ADMITTED, NOON)));

        assertThat(receipt.conflicts()).hasSize(1);
        assertThat(checkIn.conflicts()).isEqualTo(receipt.conflicts());
        assertThat(checkIn.visits(Fest.serial(1)).admissions())
                .extracting(timed -> timed.scan().id().toString())
                .containsExactly("d1-1");
    }

    @Test
    void anEarlierEntryThatArrivesLaterBecomesTheOneThatCountsAndNobodyIsPutOut() {
        Fest fest = Fest.create();
        CheckIn checkIn = fest.checkIn();
        checkIn.upload(List.of(offline("d1", 1, Fest.serial(1), Outcome.ADMITTED, NOON.plusSeconds(60))));
        checkIn.upload(List.of(offline("d2", 1, Fest.serial(1), Outcome.ADMITTED, NOON)));

        Visits visits = checkIn.visits(Fest.serial(1));
        assertThat(visits.first().orElseThrow().scan().id().device()).isEqualTo("d2");
        assertThat(visits.conflicts().get(0).gapSeconds()).isEqualTo(60);
        assertThat(visits.inside()).hasSize(1);
    }

    @Test
    void aContactThatArrivesLaterCorrectsTheOrder() {
        Fest fest = Fest.create();
        CheckIn checkIn = fest.checkIn();
        Duration ahead = Duration.ofMinutes(20);
        checkIn.upload(List.of(
                offline("d1", 2, Fest.serial(1), Outcome.ADMITTED, NOON.plus(ahead)),
                offline("d2", 1, Fest.serial(1), Outcome.ADMITTED, NOON.plusSeconds(60))));
        assertThat(checkIn.visits(Fest.serial(1))
                        .first()
                        .orElseThrow()
                        .scan()
                        .id()
                        .device())
                .isEqualTo("d2");

        checkIn.upload(List.of(contact("d1", 1, NOON.plus(ahead).minusSeconds(60), NOON.minusSeconds(60))));
        assertThat(checkIn.visits(Fest.serial(1))
                        .first()
                        .orElseThrow()
                        .scan()
                        .id()
                        .device())
                .isEqualTo("d1");
    }

    @Test
    void aDeviceThatHasLostItsCountIsFoundOut() {
        Fest fest = Fest.create();
        CheckIn checkIn = fest.checkIn();
        Scan first = offline("d1", 1, Fest.serial(1), Outcome.ADMITTED, NOON);
        checkIn.upload(List.of(first));

        UploadReceipt again = checkIn.upload(List.of(first));
        UploadReceipt other = checkIn.upload(List.of(offline("d1", 1, Fest.serial(2), Outcome.ADMITTED, NOON)));

        assertThat(again.known()).isEqualTo(1);
        assertThat(again.clashing()).isEmpty();
        assertThat(other.clashing()).containsExactly(new FactId("d1", 1));
        assertThat(checkIn.visits(Fest.serial(2)).first()).isEmpty();
    }
}
