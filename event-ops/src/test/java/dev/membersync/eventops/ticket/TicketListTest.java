package dev.membersync.eventops.ticket;

import static dev.membersync.eventops.ticket.ListKind.BLOCKS;
import static dev.membersync.eventops.ticket.ListKind.REVOCATIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketListTest {
    private static final Serial SERIAL = Example.body().serial();
    private static final Serial OTHER = new Serial("ffffffffffffffffffff");
    private static final Instant NOW = Example.NOW;

    private final MemoryLedger ledger = MemoryLedger.create();
    private final TicketList<Revocation> none = TicketList.empty(REVOCATIONS, Example.EVENT);

    private static Revocation revocation(Serial serial, int minimum) {
        return new Revocation(serial, minimum, RevocationReason.REISSUE, NOW);
    }

    private ListUpdate<Revocation> since(long version, Instant asOf) {
        return ledger.since(REVOCATIONS, Example.EVENT, version, asOf);
    }

    private TicketList<Revocation> gate() {
        return none.apply(since(0, NOW));
    }

    private void revoke(Serial serial, int minimum) {
        ledger.put(REVOCATIONS, Example.EVENT, revocation(serial, minimum));
    }

    @Test
    void generationsBelowTheMinimumAreHitAndTheMinimumIsNot() {
        revoke(SERIAL, 2);
        assertThat(gate().hit(SERIAL, 1)).contains(revocation(SERIAL, 2));
        assertThat(gate().hit(SERIAL, 2)).isEmpty();
        assertThat(gate().hit(OTHER, 0)).isEmpty();
    }

    @Test
    void aMinimumNeverGoesDown() {
        revoke(SERIAL, 3);
        revoke(SERIAL, 2);
        assertThat(gate().hit(SERIAL, 2)).isPresent();
        assertThat(gate().version()).isEqualTo(1);
    }

    @Test
    void aDeltaBringsWhatChanged() {
        revoke(SERIAL, 1);
        TicketList<Revocation> gate = gate();
        revoke(OTHER, 1);
        ListUpdate<Revocation> delta = since(gate.version(), NOW);
        assertThat(delta.entries()).containsExactly(revocation(OTHER, 1));
        assertThat(gate.apply(delta).hit(SERIAL, 0)).isPresent();
        assertThat(gate.apply(delta).hit(OTHER, 0)).isPresent();
    }

    @Test
    void aReplayedListChangesNothing() {
        ListUpdate<Revocation> old = since(0, NOW);
        revoke(SERIAL, 1);
        TicketList<Revocation> gate = gate();
        assertThat(gate.fit(old)).isEqualTo(TicketList.Fit.OLD);
        assertThat(gate.apply(old)).isSameAs(gate);
    }

    @Test
    void aDeltaThatBeginsTooLateIsAGap() {
        revoke(SERIAL, 1);
        ListUpdate<Revocation> delta = since(1, NOW);
        assertThat(none.fit(delta)).isEqualTo(TicketList.Fit.GAP);
        assertThat(none.apply(delta)).isSameAs(none);
    }

    @Test
    void theListOfAnotherEventIsNotTaken() {
        ledger.put(REVOCATIONS, "autumn", revocation(SERIAL, 1));
        assertThat(none.fit(ledger.since(REVOCATIONS, "autumn", 0, NOW))).isEqualTo(TicketList.Fit.GAP);
    }

    @Test
    void nothingNewStillMakesTheListFresh() {
        revoke(SERIAL, 1);
        TicketList<Revocation> gate = gate();
        Instant later = NOW.plusSeconds(3600);
        assertThat(gate.staleAt(later, TicketList.ONLINE_AGE)).isTrue();
        TicketList<Revocation> fresh = gate.apply(since(1, later));
        assertThat(fresh.staleAt(later, TicketList.ONLINE_AGE)).isFalse();
        assertThat(fresh.hit(SERIAL, 0)).isPresent();
    }

    @Test
    void aListIsStaleAfterItsAgeAndNotAtIt() {
        Duration age = Duration.ofMinutes(15);
        revoke(SERIAL, 1);
        assertThat(gate().staleAt(NOW.plus(age), age)).isFalse();
        assertThat(gate().staleAt(NOW.plus(age).plusMillis(1), age)).isTrue();
    }

    @Test
    void aGateThatHeardNothingIsStale() {
        assertThat(none.staleAt(NOW, TicketList.OFFLINE_AGE)).isTrue();
    }

    @Test
    void aLedgerThatLostItsEndGivesTheWholeListWhichTheGateThenDoesNotTake() {
        revoke(SERIAL, 1);
        ListUpdate<Revocation> update = since(7, NOW);
        assertThat(update.base()).isZero();
        assertThat(update.version()).isEqualTo(1);
    }

    @Test
    void aBlockHitsEveryGenerationUntilItIsLifted() {
        ledger.put(BLOCKS, Example.EVENT, new Block(SERIAL, true, NOW));
        TicketList<Block> gate = TicketList.empty(BLOCKS, Example.EVENT);
        TicketList<Block> blocked = gate.apply(ledger.since(BLOCKS, Example.EVENT, 0, NOW));
        assertThat(blocked.hit(SERIAL, 65535)).isPresent();
        ledger.put(BLOCKS, Example.EVENT, new Block(SERIAL, false, NOW));
        TicketList<Block> lifted = blocked.apply(ledger.since(BLOCKS, Example.EVENT, 1, NOW));
        assertThat(lifted.hit(SERIAL, 0)).isEmpty();
        assertThat(lifted.version()).isEqualTo(2);
    }

    @Test
    void supersededIsWhatANewerTicketReplaced() {
        assertThat(RevocationReason.values())
                .filteredOn(RevocationReason::supersedes)
                .containsExactly(RevocationReason.REISSUE, RevocationReason.TRANSFER, RevocationReason.CLASS_CHANGE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65536})
    void aMinimumThatRevokesNothingOrDoesNotFitIsRefused(int minimum) {
        assertThatThrownBy(() -> revocation(SERIAL, minimum)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 20270303})
    void whateverDeltasAGateMissedOrGotTwiceItEndsWithTheIssuersList(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TicketList<Revocation> gate = none;
        for (int round = 0; round < 500; round++) {
            byte[] serial = new byte[Serial.LENGTH];
            serial[0] = (byte) random.nextInt(20);
            revoke(Serial.of(serial), 1 + random.nextInt(10));
            if (random.nextInt(3) == 0) {
                gate = gate.apply(since(random.nextLong(gate.version() + 1), NOW));
            }
        }
        TicketList<Revocation> end = gate.apply(since(gate.version(), NOW.plusMillis(1)));
        for (ListEntry entry : since(0, NOW).entries()) {
            Revocation revocation = (Revocation) entry;
            assertThat(end.hit(revocation.serial(), revocation.minimum() - 1))
                    .as("seed %d", seed)
                    .contains(revocation);
        }
    }
}
