package dev.membersync.eventops.checkin;

import static dev.membersync.eventops.checkin.Fest.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.eventops.ticket.ListKind;
import dev.membersync.eventops.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A gate that does not reach the books. */
final class OfflineDoorTest implements DoorContract {
    private final Fest fest = Fest.create();
    private final ScanJournal journal = ScanJournal.inMemory();
    private Instant newsOf = NOON;

    @Override
    public Fest fest() {
        return fest;
    }

    /** The gate after a restart, with what the books say now. */
    private OfflineDoor door() {
        return OfflineDoor.of(Fest.EVENT, "d1", fest.reader(), fest.policy, data(), journal);
    }

    private OfflineData data() {
        Snapshot snapshot = fest.snapshot(newsOf);
        return fest.store.inTransaction(tx -> OfflineData.none(Fest.EVENT)
                .with(Snapshot.read(snapshot.bytes()))
                .withRevocations(tx.lists().since(ListKind.REVOCATIONS, 0, newsOf))
                .withBlocks(tx.lists().since(ListKind.BLOCKS, 0, newsOf)));
    }

    private void meetServer() {
        door().contact(fest.now, fest.nanos(), fest.now, Duration.ZERO);
    }

    @Override
    public ScanResult scan(String text, Direction direction, String gate, Optional<Waiver> waiver) {
        newsOf = fest.now;
        return scanAt(fest.now, text, direction, gate, waiver);
    }

    private ScanResult scanAt(Instant wall, String text, Direction direction, String gate, Optional<Waiver> waiver) {
        return door().scan(text, direction, gate, wall, fest.nanos(), waiver);
    }

    @Override
    public void takeBack(FactId scan) {
        door().undo(scan, fest.now, fest.nanos(), DESK);
    }

    @Override
    public ScanResult enterWithoutNews(Ticket ticket) {
        return scanAt(fest.now, ticket.text(), Direction.ENTRY, "north", Optional.empty());
    }

    @Test
    void whatIsDecidedOfflineIsProvisional() {
        meetServer();
        assertThat(enter(fest.ticket()).flags()).containsExactly(Flag.OFFLINE_PROVISIONAL);
    }

    @Test
    void theScansGoUpAsTheyWereMade() {
        Ticket ticket = fest.ticket();
        meetServer();
        enter(ticket);
        fest.checkIn().upload(journal.facts());
        Visits visits = fest.checkIn().visits(ticket.body().serial());
        assertThat(visits.first().orElseThrow().scan().isOffline()).isTrue();
        assertThat(visits.first().orElseThrow().when()).isEqualTo(Moment.exact(NOON));
    }

    @Test
    void aTicketNewerThanTheSnapshotIsAdmittedWithAttentionOrDenied() {
        OfflineData old = data();
        Ticket walkIn = fest.ticket();
        ScanResult warned = with(old).scan(walkIn.text(), Direction.ENTRY, "north", NOON, 0, Optional.empty());
        assertThat(warned.admits()).isTrue();
        assertThat(warned.flags()).contains(Flag.STALE_SNAPSHOT, Flag.ATTENTION);

        with(ClassPolicy.DEFAULT.withStale(Stance.WARN, Stance.DENY));
        fest.wait(Duration.ofSeconds(10));
        ScanResult denied = with(old).scan(fest.ticket().text(), Direction.ENTRY, "north", NOON, 0, Optional.empty());
        assertThat(denied.rule()).contains(Rule.NOT_IN_SNAPSHOT);
    }

    private OfflineDoor with(OfflineData data) {
        return OfflineDoor.of(Fest.EVENT, "d1", fest.reader(), fest.policy, data, journal);
    }

    @Test
    void aStaleSnapshotDeniesWhereTheClassSaysSo() {
        Ticket ticket = fest.ticket();
        with(ClassPolicy.DEFAULT.withStale(Stance.WARN, Stance.DENY));
        fest.wait(Duration.ofHours(13));
        assertThat(enterWithoutNews(ticket).rule()).contains(Rule.STALE_SNAPSHOT);
    }

    @Test
    void theDataEndADayAfterTheEventAndAreDeleted() {
        Ticket ticket = fest.ticket();
        OfflineDoor door = with(data());
        assertThat(door.data().snapshot().orElseThrow().size()).isEqualTo(1);
        Instant after = Fest.END.plus(Duration.ofHours(24));

        ScanResult before =
                door.scan(ticket.text(), Direction.ENTRY, "north", after.minusMillis(1), 0, Optional.empty());
        ScanResult ended =
                door.scan(fest.ticket().text(), Direction.ENTRY, "north", after, 1_000_000, Optional.empty());

        assertThat(before.rule()).isEmpty();
        assertThat(ended.rule()).contains(Rule.EXPIRED_SNAPSHOT);
        assertThat(door.data().snapshot().orElseThrow().size()).isZero();
    }

    @Test
    void withoutASnapshotSignatureWindowAndListsDecide() {
        Ticket ticket = holding(good -> good.canceled(true));
        OfflineDoor door = with(data().wiped());
        assertThat(door.scan(ticket.text(), Direction.ENTRY, "north", NOON, 0, Optional.empty())
                        .outcome())
                .isEqualTo(Outcome.ADMITTED);
    }

    @Test
    void aClockThatIsFarOffDecidesNothingThatDependsOnTheTime() {
        Ticket window = ticket(body -> body.valid(null, NOON.plusSeconds(7200)));
        Ticket open = fest.ticket();
        Duration ahead = Duration.ofMinutes(20);
        Instant wall = NOON.plus(ahead);
        door().contact(wall, 0, NOON, Duration.ZERO);

        ScanResult refused = scanAt(wall, window.text(), Direction.ENTRY, "north", Optional.empty());
        ScanResult allowed = scanAt(wall, open.text(), Direction.ENTRY, "north", Optional.empty());
        ScanResult overruled = scanAt(wall, window.text(), Direction.ENTRY, "north", Optional.of(DESK));

        assertThat(refused.rule()).contains(Rule.CLOCK);
        assertThat(refused.at()).isEqualTo(NOON);
        assertThat(allowed.outcome()).isEqualTo(Outcome.ADMITTED);
        assertThat(allowed.flags()).contains(Flag.CLOCK_SUSPECT);
        assertThat(overruled.outcome()).isEqualTo(Outcome.ADMITTED);
    }

    @Test
    void aClockThatIsSetBackIsNoticedByTheCounter() {
        Ticket ticket = fest.ticket();
        meetServer();
        fest.wait(Duration.ofMinutes(1));
        Instant yesterday = fest.now.minus(Duration.ofDays(1));

        ScanResult result = scanAt(yesterday, ticket.text(), Direction.ENTRY, "north", Optional.empty());
        fest.checkIn().upload(journal.facts());

        assertThat(result.at()).isEqualTo(fest.now);
        assertThat(result.flags()).contains(Flag.CLOCK_SUSPECT);
        assertThat(fest.checkIn()
                        .visits(ticket.body().serial())
                        .first()
                        .orElseThrow()
                        .when())
                .isEqualTo(new Moment(yesterday, fest.now, fest.now));
    }

    @Test
    void anUndoOnTheDeviceLetsTheTicketInAgainAndGoesUpWithTheRest() {
        Ticket ticket = fest.ticket();
        ScanResult in = enter(ticket);
        door().undo(in.id(), NOON, 0, DESK);
        assertThat(enter(ticket).outcome()).isEqualTo(Outcome.ADMITTED);
        fest.checkIn().upload(journal.facts());
        assertThat(fest.checkIn().visits(ticket.body().serial()).admissions()).hasSize(1);
        assertThatThrownBy(() -> door().undo(new FactId("d1", 99), NOON, 0, DESK))
                .hasMessageContaining("no scan d1-99");
    }

    @Test
    void aRestartForgetsNothing() {
        Ticket ticket = fest.ticket();
        enter(ticket);
        fest.wait(Duration.ofMinutes(1));
        assertThat(enter(ticket).outcome()).isEqualTo(Outcome.ALREADY_ADMITTED);
        assertThat(journal.facts()).extracting(fact -> fact.id().sequence()).isEqualTo(List.of(1L, 2L));
    }
}
