package dev.membersync.eventops.checkin;

import dev.membersync.eventops.ticket.Reading;
import dev.membersync.eventops.ticket.Refusal;
import dev.membersync.eventops.ticket.Ticket;
import dev.membersync.eventops.ticket.TicketBody;
import java.util.List;
import java.util.Optional;

/** Decides about what a reader found, the same way at all gates. */
final class Judge {
    private final Evaluator evaluator;

    Judge(DoorPolicy policy) {
        this.evaluator = new Evaluator(policy);
    }

    /**
     * Decides.
     *
     * @param named the tickets in the books that have the name which was scanned or typed in instead of a code
     */
    Answer answer(ScanRequest request, Reading reading, List<TicketBody> named, Look look, DoorView view) {
        if (reading instanceof Reading.Genuine genuine) {
            return genuine(request, genuine.ticket(), look, view);
        }
        if (reading instanceof Reading.Refused refused) {
            Decision decision =
                    evaluator.refused(outcome(refused.why()), look, view).saying(detail(refused));
            return new Answer(request, Optional.ofNullable(refused.ticket()).map(Ticket::body), look, decision);
        }
        return named(request, named, look, view);
    }

    private Answer genuine(ScanRequest request, Ticket ticket, Look look, DoorView view) {
        TicketBody body = ticket.body();
        return new Answer(request, Optional.of(body), look, evaluator.decide(body, ticket.text(), look, view));
    }

    /** Decides about a ticket by its name in the books. */
    Answer named(ScanRequest request, List<TicketBody> found, Look look, DoorView view) {
        if (found.size() == 1) {
            TicketBody body = found.get(0);
            return new Answer(request, Optional.of(body), look, evaluator.decide(body, "", look, view));
        }
        Outcome outcome = found.isEmpty() ? Outcome.UNKNOWN_TICKET : Outcome.AMBIGUOUS;
        return new Answer(request, Optional.empty(), look, evaluator.refused(outcome, look, view));
    }

    private static String detail(Reading.Refused refused) {
        Ticket ticket = refused.ticket();
        return refused.why() == Refusal.WRONG_EVENT && ticket != null ? "for event " + ticket.eventId() : "";
    }

    private static Outcome outcome(Refusal why) {
        return switch (why) {
            case MALFORMED -> Outcome.MALFORMED;
            case UNKNOWN_KEY -> Outcome.UNKNOWN_KEY;
            case BAD_SIGNATURE -> Outcome.BAD_SIGNATURE;
            case WRONG_EVENT -> Outcome.WRONG_EVENT;
            case KEY_REVOKED -> Outcome.KEY_REVOKED;
        };
    }
}
