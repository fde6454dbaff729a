package dev.membersync.eventops.checkin;

import dev.membersync.eventops.ticket.Serial;
import dev.membersync.eventops.ticket.TicketBody;
import dev.membersync.sync.record.TicketRef;
import java.time.Instant;

/**
 * A ticket in the books: what its code says, which registration it belongs to, and how that stands. The code itself is not
 * kept, since whoever has it can enter; the same body and key give the same code again.
 *
 * @param names the names of the registration at Accelevents
 * @param body what the newest code says; its event tag, which the signing fills in, is 0
 * @param holding how the registration stands
 * @param holder whose it is, as keyed hashes
 * @param deliveredGeneration the newest generation whose code was handed out; -1 for none
 * @param issuedAt when its serial was made, to the microsecond
 */
public record IssuedTicket(
        TicketRef names,
        TicketBody body,
        Holding holding,
        HolderMark holder,
        int deliveredGeneration,
        Instant issuedAt) {
    /** The ticket's name in our books. */
    public Serial serial() {
        return body.serial();
    }

    /** True while a code waits to be handed out. */
    public boolean isToDeliver() {
        return !holding.isCanceled() && deliveredGeneration < body.generation();
    }

    IssuedTicket with(Holding changed) {
        return new IssuedTicket(names, body, changed, holder, deliveredGeneration, issuedAt);
    }

    IssuedTicket named(TicketRef changed) {
        return new IssuedTicket(changed, body, holding, holder, deliveredGeneration, issuedAt);
    }

    IssuedTicket delivered(int generation) {
        return new IssuedTicket(names, body, holding, holder, generation, issuedAt);
    }
}
