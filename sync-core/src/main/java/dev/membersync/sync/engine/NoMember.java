package dev.membersync.sync.engine;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.review.Answer;
import dev.membersync.sync.review.Answer.Verb;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketRow;
import dev.membersync.sync.store.WorkItem;
import java.util.List;
import java.util.Optional;

/** The question about a ticket whose holder is no member. It is about the ticket, so its subject can be no userId. */
final class NoMember {
    /** The kind of the question. */
    static final String KIND = "NO_MEMBER";
    /** What tells who the holder is. */
    static final List<String> FIELDS = List.of(Fields.NAME, Fields.EMAIL);

    /** What a subject begins with; the ticket's id follows. */
    static final String TICKET = "ticket:";

    private static final String SETTLED = "settled";

    private NoMember() {}

    /** What the question, the create and its operation are named by; empty until an order has shown the ticket's id. */
    static Optional<String> subject(TicketRow ticket) {
        return Optional.ofNullable(
                        ticket.ref().orderId() == null ? null : ticket.ref().ticketId())
                .map(TICKET::concat);
    }

    static TicketRef ref(String subject) {
        return new TicketRef(subject.substring(TICKET.length()), null, null, null);
    }

    /** The ticket that a question or an operation is about, by its subject. */
    static Optional<TicketRow> ticket(Tx tx, String subject) {
        return tx.tickets().find(ref(subject));
    }

    /** True when the subject of this kind of question or operation is a ticket. */
    static boolean isAbout(String kind) {
        return kind.equals(KIND) || kind.equals(Operation.Kind.CREATE_MEMBER.name());
    }

    /** Names who the holder is, as last observed. */
    static String seen(Run run, TicketRow ticket) {
        Job job = new Job(new WorkItem("", 0, 0, Lane.LIVE, run.now(), 0, Optional.empty()));
        job.ticket = ticket;
        return run.keys.seen(FIELDS, job);
    }

    static Optional<Review> open(Tx tx, String subject) {
        return tx.reviews()
                .find(KIND, subject)
                .filter(review -> review.closedAt().isEmpty());
    }

    /** Asks, or asks anew for another reason; the question where it is a new one. */
    static Optional<Review> ask(Run run, Tx tx, String subject, String why) {
        Review question = Review.ask(KIND, subject, FIELDS, why, run.now());
        if (open(tx, subject).filter(asked -> !asked.reason().equals(why)).isPresent()) {
            settle(run, tx, subject);
        }
        return tx.reviews().open(question) ? Optional.of(question) : Optional.empty();
    }

    static void settle(Run run, Tx tx, String subject) {
        tx.reviews().close(KIND, subject, SETTLED, run.now());
    }

    /** True when a person wants this ticket left alone, and its holder is who he was then. */
    static boolean isIgnored(Run run, Tx tx, String subject, TicketRow ticket) {
        return tx.reviews()
                .find(KIND, subject)
                .filter(review -> review.closedAt().isPresent())
                .flatMap(Review::decision)
                .filter(Answers.text(Answer.of(Verb.IGNORE), seen(run, ticket))::equals)
                .isPresent();
    }
}
