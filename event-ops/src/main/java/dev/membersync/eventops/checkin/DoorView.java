package dev.membersync.eventops.checkin;

import dev.membersync.eventops.ticket.Block;
import dev.membersync.eventops.ticket.Revocation;
import dev.membersync.eventops.ticket.Serial;
import dev.membersync.eventops.ticket.TicketBody;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an evaluator can look at. Online and offline differ in this alone. */
interface DoorView {
    /** What keeps this ticket out, if the list of revocations does. */
    Optional<Revocation> revocation(Serial serial, int generation);

    /** What keeps this ticket out for now. */
    Optional<Block> block(Serial serial);

    /** The version of the list of revocations. */
    long listVersion();

    /** When that list was last known to be complete. */
    Instant listAsOf();

    /**
     * What the books say of a ticket.
     *
     * @param text the canonical text of its code; empty when it was named by hand
     */
    Books books(TicketBody ticket, String text);

    /** The scans of a ticket that this view knows, in any order. */
    List<TimedScan> scans(Serial serial);

    /** The snapshot; empty when the books themselves are looked at. */
    Optional<Sealed> snapshot();

    /**
     * A snapshot.
     *
     * @param id its id
     * @param asOf when it was made
     * @param expired whether it has ended with its event
     */
    record Sealed(String id, Instant asOf, boolean expired) {}

    /** What the books say of a ticket. */
    sealed interface Books {
        /** Found. */
        record Known(Holding holding) implements Books {}

        /** There is no such ticket. */
        record Unknown() implements Books {}

        /** The books are a copy, and the ticket may be newer than it. */
        record Unseen() implements Books {}

        /** There are no books to look at. */
        record NoData() implements Books {}

        /** Another code of this ticket is the one that counts. */
        record OtherCode() implements Books {}
    }
}
