package dev.membersync.eventops.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.eventops.adapter.CheckInRevocation;
import dev.membersync.eventops.checkin.Fest;
import dev.membersync.eventops.checkin.IssuedTicket;
import dev.membersync.eventops.ticket.ListKind;
import dev.membersync.eventops.ticket.Revocation;
import dev.membersync.eventops.ticket.RevocationReason;
import dev.membersync.sync.record.TicketRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The signed tickets of a person who is erased admit nobody. */
class CheckInRevocationTest {
    private final MemoryCheckInStore store = MemoryCheckInStore.create(Fest.EVENT);
    private final IssuedTicket own = issued(1, new TicketRef("t1", "b1", "a1", "o1"));
    private final IssuedTicket ofTheSameOrder = issued(2, new TicketRef("t2", "b2", "a2", "o1"));
    private final CheckInRevocation revocation = new CheckInRevocation(List.of(store), () -> Fest.NOON);

    private static IssuedTicket issued(int number, TicketRef names) {
        IssuedTicket canceled = CheckInStoreContract.issued(number, names);
        return new IssuedTicket(
                names,
                canceled.body(),
                canceled.holding().canceled(false),
                canceled.holder(),
                canceled.deliveredGeneration(),
                canceled.issuedAt());
    }

    CheckInRevocationTest() {
        store.inTransaction(tx -> {
            tx.issued().put(own);
            tx.issued().put(ofTheSameOrder);
            return true;
        });
    }

    @Test
    void theTicketIsRevokedOnceAndOthersOfItsOrderStay() {
        TicketRef ref = new TicketRef("t1", null, null, "o1");

        assertThat(revocation.revoke(Fest.EVENT, ref)).isEqualTo(1);
        assertThat(revocation.revoke(Fest.EVENT, ref)).isEqualTo(1);

        store.inTransaction(tx -> {
            Optional<Revocation> listed = tx.lists().find(ListKind.REVOCATIONS, own.serial());
            assertThat(listed).map(Revocation::reason).hasValue(RevocationReason.CANCEL);
            assertThat(tx.lists().version(ListKind.REVOCATIONS)).isEqualTo(1);
            assertThat(tx.issued().find(own.serial()).orElseThrow().holding().isCanceled())
                    .isTrue();
            assertThat(tx.issued().find(ofTheSameOrder.serial()).orElseThrow()).isEqualTo(ofTheSameOrder);
            return true;
        });
    }

    @Test
    void anEventWithoutSignedTicketsHasNothingToRevoke() {
        assertThat(revocation.revoke("another", new TicketRef("t1", null, null, null)))
                .isZero();
    }

    @Test
    void anExportNamesTheSerialAndHowOftenItWasScanned() {
        assertThat(revocation.shown(Fest.EVENT, new TicketRef(null, "b1", null, null)))
                .singleElement()
                .satisfies(shown -> assertThat(shown)
                        .containsEntry("serial", own.serial().hex())
                        .containsEntry("scans", "0"));
    }
}
