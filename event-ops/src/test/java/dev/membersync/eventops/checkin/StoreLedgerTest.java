package dev.membersync.eventops.checkin;

import static dev.membersync.eventops.checkin.Fest.EVENT;
import static dev.membersync.eventops.checkin.Fest.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.eventops.ticket.Block;
import dev.membersync.eventops.ticket.ListKind;
import dev.membersync.eventops.ticket.ListPublisher;
import dev.membersync.eventops.ticket.ListReader;
import dev.membersync.eventops.ticket.ListReading;
import dev.membersync.eventops.ticket.Ticket;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The lists of the books reach gates that are offline, signed. */
final class StoreLedgerTest {
    private final Fest fest = Fest.create();

    @Test
    void aBlockReachesAGateThatIsOffline() {
        Ticket ticket = fest.ticket();
        fest.checkIn().block(ticket.body().serial(), true);
        byte[] signed = ListPublisher.of(StoreLedger.of(fest.store), fest.ring, fest.keys, fest.clock())
                .publish(ListKind.BLOCKS, EVENT, 0);

        ListReading<Block> reading = ListReader.of(fest.ring).read(signed, ListKind.BLOCKS, EVENT, NOON);
        OfflineData data = OfflineData.none(EVENT).withBlocks(((ListReading.Genuine<Block>) reading).update());
        ScanResult result = OfflineDoor.of(EVENT, "d1", fest.reader(), fest.policy, data, ScanJournal.inMemory())
                .scan(ticket.text(), Direction.ENTRY, "north", NOON, 0, Optional.empty());

        assertThat(result.outcome()).isEqualTo(Outcome.BLOCKED);
    }

    @Test
    void theListsOfAnotherEventAreNotInThisStore() {
        assertThatThrownBy(() -> StoreLedger.of(fest.store).since(ListKind.BLOCKS, "autumn", 0, NOON))
                .hasMessageContaining("not of autumn; open its own store");
    }
}
