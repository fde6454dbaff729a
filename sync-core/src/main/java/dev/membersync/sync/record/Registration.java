package dev.membersync.sync.record;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One issued ticket and its holder, as Accelevents shows it.
 *
 * @param ticket the names of the ticket
 * @param access whether the ticket still admits
 * @param firstName the holder's first name
 * @param lastName the holder's last name
 * @param email the holder's address
 * @param ticketTypeId the ticket type, as its id
 * @param answers the holder's answers by field label; a list shows none, a detail read shows all
 * @param changedAt when the record last changed, by its own system's clock and where that says so
 * @param standing what else the lists say of it: ticket and payment status, and whose order it is
 */
public record Registration(
        TicketRef ticket,
        Access access,
        Value firstName,
        Value lastName,
        Value email,
        Value ticketTypeId,
        Map<String, Value> answers,
        Optional<Instant> changedAt,
        Standing standing) {
    /** Whether a ticket admits. Money is another axis: a refunded ticket may still admit. */
    public enum Access {
        /** Registered. */
        LIVE,
        /** Cancelled or deleted at Accelevents, or confirmed to be gone. */
        ENDED
    }

    public Registration {
        answers = Map.copyOf(answers);
    }

    /** A registration of whose standing nothing was seen. */
    public Registration(
            TicketRef ticket,
            Access access,
            Value firstName,
            Value lastName,
            Value email,
            Value ticketTypeId,
            Map<String, Value> answers,
            Optional<Instant> changedAt) {
        this(ticket, access, firstName, lastName, email, ticketTypeId, answers, changedAt, Standing.unseen());
    }

    /** A registration whose last change has no known time. */
    public Registration(
            TicketRef ticket,
            Access access,
            Value firstName,
            Value lastName,
            Value email,
            Value ticketTypeId,
            Map<String, Value> answers) {
        this(ticket, access, firstName, lastName, email, ticketTypeId, answers, Optional.empty());
    }

    /** An answer; {@link Value#unseen()} when this read did not carry it. */
    public Value answer(String label) {
        return answers.getOrDefault(label, Value.unseen());
    }

    /** The same registration, of which this was seen too. */
    public Registration with(Standing seen) {
        return new Registration(ticket, access, firstName, lastName, email, ticketTypeId, answers, changedAt, seen);
    }

    /** Shows the ticket's name only. */
    @Override
    public String toString() {
        return "Registration[" + ticket.shown() + "]";
    }
}
