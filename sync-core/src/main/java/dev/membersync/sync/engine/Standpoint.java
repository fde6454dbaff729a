package dev.membersync.sync.engine;

import dev.membersync.sync.mapping.Visibility;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.record.Standing;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.store.TicketRow;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a ticket that is news: as its order shows it, and its answers where fields are mapped that a detail read alone
 * shows. A ticket that its order does not hold any more was deleted, which is a state like others.
 */
final class Standpoint {
    private final Run run;

    Standpoint(Run run) {
        this.run = run;
    }

    /** A ticket that ended before any list showed its order cannot be read, and need not be. */
    Registration of(TicketRow row) {
        TicketRef ticket = row.ref();
        if (ticket.orderId() == null && row.access() == Access.ENDED) {
            return deleted(ticket);
        }
        return run.desk.inOrder(ticket).map(this::withAnswers).orElseGet(() -> deleted(ticket));
    }

    private Registration withAnswers(Registration seen) {
        boolean asks = run.mapping.fields().stream().anyMatch(field -> field.visibility() == Visibility.DETAIL);
        if (!asks || seen.access() == Access.ENDED) {
            return seen;
        }
        Map<String, Value> answers =
                run.desk.read(seen.ticket()).map(Registration::answers).orElse(Map.of());
        return new Registration(
                seen.ticket(),
                seen.access(),
                seen.firstName(),
                seen.lastName(),
                seen.email(),
                seen.ticketTypeId(),
                answers,
                seen.changedAt(),
                seen.standing());
    }

    /** What is to be known of a ticket that is there no more. */
    static Registration deleted(TicketRef ticket) {
        Value unseen = Value.unseen();
        return new Registration(
                ticket, Access.ENDED, unseen, unseen, unseen, unseen, Map.of(), Optional.empty(), Standing.deleted());
    }
}
