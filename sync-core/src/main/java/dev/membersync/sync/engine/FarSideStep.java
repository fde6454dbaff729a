package dev.membersync.sync.engine;

import dev.membersync.sync.adapter.DeskRow;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.TicketRow;
import dev.membersync.sync.store.TicketSighting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Trusts what the last scan showed of the linked ticket. A ticket that a complete scan did not show is read once: only a
 * confirmed absence counts, never one missing row.
 */
final class FarSideStep implements Step {
    private final Run run;

    FarSideStep(Run run) {
        this.run = run;
    }

    @Override
    public void run(Job job) {
        Link link = job.link;
        TicketRow ticket = job.ticket;
        if (link == null || ticket == null) {
            return;
        }
        boolean followed = run.parts.workflow().followsEnded();
        if (ticket.access() == Access.ENDED) {
            job.ticketGone = !followed;
        } else if (link.state() == Link.State.CLOSED) {
            job.ticketGone = ticket.generation() < run.scans.ticketGeneration(); // not worth a read
        } else if (isMissing(ticket) && ticket.ref().ticketId() == null) {
            job.ticketGone = missedTwice(run, ticket) && !followed;
            if (missedTwice(run, ticket) && followed) {
                remember(run, job, Standpoint.deleted(ticket.ref()));
            }
        } else if (isMissing(ticket) || run.observations.isDoubted(job.userId())) {
            job.ticketGone = look(job).isEmpty();
            run.observations.settle(job.userId());
        }
    }

    private boolean isMissing(TicketRow ticket) {
        return run.scans.absenceCounts() && ticket.generation() < run.scans.ticketGeneration();
    }

    @Override
    public String name() {
        return "far side";
    }

    /**
     * A ticket whose id no order has shown cannot be read: two scans in a row without it have to do, the last one
     * complete.
     */
    static boolean missedTwice(Run run, TicketRow ticket) {
        return ticket.ref().ticketId() == null
                && run.scans.absenceCounts()
                && ticket.generation() < run.scans.ticketGeneration() - 1;
    }

    /** Reads the ticket in detail and remembers what it showed; empty when it is gone and what is gone is not followed. */
    Optional<Registration> look(Job job) {
        if (run.parts.workflow().followsEnded()) {
            Registration seen = new Standpoint(run).of(job.knownTicket());
            remember(run, job, seen);
            return Optional.of(seen);
        }
        Optional<Registration> seen = run.desk.read(job.knownTicket().ref());
        seen.ifPresent(registration -> remember(run, job, registration));
        return seen.filter(registration -> registration.access() == Access.LIVE);
    }

    /** Remembers what a detail read showed; the type, which it does not show, stays the one that a list showed. */
    static void remember(Run run, Job job, Registration seen) {
        TicketRow ticket = run.inTransaction(tx -> {
            DeskRow row = new DeskRow(seen, Optional.empty(), OptionalLong.empty());
            TicketRow saved = tx.tickets()
                    .save(List.of(run.keys.sighting(row, run.scans.ticketGeneration())))
                    .get(0);
            tx.tickets().examined(saved.row());
            return saved;
        });
        job.ticket = ticket;
        Value type = seen.ticketTypeId().isUnseen()
                ? ticket.ticketTypeId().map(Value::of).orElse(Value.unseen())
                : seen.ticketTypeId();
        job.shown = new Registration(
                seen.ticket(),
                seen.access(),
                seen.firstName(),
                seen.lastName(),
                seen.email(),
                type,
                seen.answers(),
                seen.changedAt(),
                seen.standing());
    }

    /** A sighting that ends a ticket. */
    static TicketSighting ended(TicketRow ticket) {
        return new TicketSighting(
                ticket.ref(),
                Optional.of(Access.ENDED),
                Map.of(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                ticket.generation());
    }
}
