package dev.membersync.examples.guide.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.eventops.checkin.Attendee;
import dev.membersync.eventops.checkin.CheckIn;
import dev.membersync.eventops.checkin.CheckInStore;
import dev.membersync.eventops.checkin.Direction;
import dev.membersync.eventops.checkin.DoorPolicy;
import dev.membersync.eventops.checkin.FactId;
import dev.membersync.eventops.checkin.Grant;
import dev.membersync.eventops.checkin.Issuance;
import dev.membersync.eventops.checkin.IssueReport;
import dev.membersync.eventops.checkin.OfflineData;
import dev.membersync.eventops.checkin.OfflineDoor;
import dev.membersync.eventops.checkin.ScanJournal;
import dev.membersync.eventops.checkin.ScanRequest;
import dev.membersync.eventops.checkin.ScanResult;
import dev.membersync.eventops.checkin.Snapshot;
import dev.membersync.eventops.checkin.TicketCodes;
import dev.membersync.eventops.store.JdbcCheckInStore;
import dev.membersync.eventops.store.MemoryCheckInStore;
import dev.membersync.eventops.ticket.Algorithm;
import dev.membersync.eventops.ticket.KeyRecord;
import dev.membersync.eventops.ticket.KeyRing;
import dev.membersync.eventops.ticket.KeyState;
import dev.membersync.eventops.ticket.SeedKeys;
import dev.membersync.eventops.ticket.TicketReader;
import dev.membersync.examples.guide.Places;
import dev.membersync.sync.record.Marker;
import dev.membersync.sync.store.JdbcStore;
import dev.membersync.sync.testing.Samples;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The Java of docs/check-in.md. */
class CheckInTest {
    private static final String EVENT = "spring-summit";

    private final Instant deviceTime = Instant.parse("2027-02-27T11:00:00Z");
    private final long monotonicNanos = 17;
    private final InstantSource clock = InstantSource.fixed(deviceTime);
    private final SeedKeys secrets = SeedKeys.create();
    private final KeyRing ring = KeyRing.empty()
            .with(new KeyRecord(
                    1,
                    Algorithm.ED25519,
                    secrets.add(1, Algorithm.ED25519, new byte[SeedKeys.SEED_LENGTH]),
                    EVENT,
                    deviceTime.minus(Duration.ofDays(1)),
                    deviceTime.plus(Duration.ofDays(2)),
                    KeyState.ACTIVE));

    private Issuance issuance(CheckInStore store) {
        return Issuance.of(
                store,
                TicketCodes.of(EVENT, ring, secrets, clock),
                Marker.keyed(new byte[32]),
                Map.of("11", Grant.of(7)),
                new SecureRandom(),
                clock);
    }

    /** The code of the ticket of one registration. */
    private String issued(CheckInStore store) {
        Issuance issuance = issuance(store);
        IssueReport report = issuance.pass(List.of(Attendee.of(Samples.registration())), 10);
        return issuance.code(report.toDeliver().get(0)).text();
    }

    @Test
    void aGateThatReachesTheBooksAdmits() {
        Places.sweep();
        // snippet: online
        JdbcStore database = JdbcStore.open("jdbc:sqlite:membersync.db"); // the synchronisation's, or its own
        CheckInStore store = JdbcCheckInStore.open(database, "spring-summit");
        // end
        try (database) {
            String text = issued(store);
            // snippet: scan
            CheckIn checkIn =
                    CheckIn.of(store, TicketReader.of(ring), DoorPolicy.of(ZoneId.of("Europe/Berlin")), clock);
            ScanResult result = checkIn.scan(
                    ScanRequest.entry(new FactId("scanner-1", 17), text, "north", deviceTime, monotonicNanos));
            if (!result.admits()) {
                show(result.text(), result.nextStep());
            }
            // end
            assertThat(result.admits()).as(result.text()).isTrue();
        }
    }

    @Test
    void aGateThatDoesNotReachTheBooksDecidesByASnapshot() {
        CheckInStore store = MemoryCheckInStore.create(EVENT);
        String text = issued(store);
        Issuance issuance = issuance(store);
        CheckIn checkIn = CheckIn.of(store, TicketReader.of(ring), DoorPolicy.of(ZoneId.of("Europe/Berlin")), clock);
        Instant eventEnd = deviceTime.plus(Duration.ofHours(8));
        DoorPolicy policy = DoorPolicy.of(ZoneId.of("Europe/Berlin"));
        ScanJournal journal = ScanJournal.inMemory();
        // snippet: offline
        Snapshot snapshot = issuance.snapshot(eventEnd, new SecureRandom()); // at the server
        OfflineData data = OfflineData.none("spring-summit").with(Snapshot.read(snapshot.bytes())); // on the device
        OfflineDoor door = OfflineDoor.of("spring-summit", "scanner-2", TicketReader.of(ring), policy, data, journal);
        ScanResult result = door.scan(text, Direction.ENTRY, "south", deviceTime, monotonicNanos, Optional.empty());
        checkIn.upload(journal.facts()); // as often as you like, in any order
        // end
        assertThat(result.admits()).as(result.text()).isTrue();
        assertThat(checkIn.conflicts()).isEmpty();
    }

    private static void show(String text, String nextStep) {
        throw new AssertionError(text + " " + nextStep);
    }
}
