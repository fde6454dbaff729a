package dev.membersync.eventops.checkin;

import dev.membersync.eventops.ticket.Block;
import dev.membersync.eventops.ticket.ListKind;
import dev.membersync.eventops.ticket.Revocation;
import dev.membersync.eventops.ticket.Serial;
import dev.membersync.eventops.ticket.TicketBody;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The books themselves, within one transaction. */
record BooksView(CheckInStore.Tx tx) implements DoorView {
    @Override
    public Optional<Revocation> revocation(Serial serial, int generation) {
        return tx.lists().find(ListKind.REVOCATIONS, serial).filter(entry -> entry.hits(generation));
    }

    @Override
    public Optional<Block> block(Serial serial) {
        return tx.lists().find(ListKind.BLOCKS, serial);
    }

    @Override
    public long listVersion() {
        return tx.lists().version(ListKind.REVOCATIONS);
    }

    @Override
    public Instant listAsOf() {
        return tx.lists().asOf().orElse(Instant.EPOCH);
    }

    @Override
    public Books books(TicketBody ticket, String text) {
        return tx.issued()
                .find(ticket.serial())
                .<Books>map(issued -> new Books.Known(issued.holding()))
                .orElseGet(Books.Unknown::new);
    }

    @Override
    public List<TimedScan> scans(Serial serial) {
        return tx.facts().scans(serial);
    }

    @Override
    public Optional<Sealed> snapshot() {
        return Optional.empty();
    }
}
