package dev.membersync.sync.engine;

import dev.membersync.sync.policy.UnknownRegistrants;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tickets that are nobody's when the members were worked on: asked about, or their holders made members, as the
 * workflow says. Goes by complete lists alone. A plan asks and makes nothing: it counts whom the store knows as nobody's.
 * Not thread-safe; may be killed between any two steps and begun again.
 */
final class Registrants {
    private static final int PAGE = 500;

    private final Run run;
    private final UnknownRegistrants policy;
    private final RegistrantCreates creates;

    Registrants(Run run, RegistrantCreates creates) {
        this.run = run;
        this.policy = run.parts.workflow().unknown();
        this.creates = creates;
    }

    /** Goes through them once. True when somebody was made or found who is to be worked on as a member now. */
    boolean go() {
        creates.begin();
        if (run.mode == Mode.COMPARE || !run.scans.ticketsComplete()) {
            return false;
        }
        closeQuestions();
        if (!run.plans()) {
            endCreates();
        }
        if (policy != UnknownRegistrants.IGNORE) {
            walk();
        }
        return creates.found() > 0;
    }

    /** A question about a ticket that ended or is somebody's has lost its reason. */
    private void closeQuestions() {
        Optional<String> after = Optional.of(NoMember.TICKET);
        while (after.isPresent()) {
            String behind = after.get();
            after = run.inTransaction(tx -> {
                List<Review> page = tx.reviews().open(NoMember.KIND, behind, PAGE).stream()
                        .filter(review -> review.kind().equals(NoMember.KIND))
                        .toList();
                page.stream()
                        .map(Review::subject)
                        .filter(subject -> policy == UnknownRegistrants.IGNORE || !isAnybodys(tx, subject))
                        .forEach(subject -> NoMember.settle(run, tx, subject));
                return page.size() < PAGE
                        ? Optional.empty()
                        : Optional.of(page.get(PAGE - 1).subject());
            });
        }
    }

    private boolean isAnybodys(Tx tx, String subject) {
        return NoMember.ticket(tx, subject)
                .filter(ticket -> Belonging.of(run, tx, ticket) != Belonging.SETTLED)
                .isPresent();
    }

    /** What was begun for a holder who is not to be made any more is proven done or undone; nothing is sent for it. */
    private void endCreates() {
        RegistrantBook book = new RegistrantBook(run.parts);
        book.open(intent -> {
            String subject = book.subject(intent);
            Optional<TicketRow> ticket = run.inTransaction(tx -> NoMember.ticket(tx, subject));
            boolean wanted = run.inTransaction(tx -> ticket.filter(row -> isToBeMade(tx, subject, row)))
                    .isPresent();
            if (!wanted) {
                creates.end(intent, ticket);
            }
        });
    }

    private boolean isToBeMade(Tx tx, String subject, TicketRow ticket) {
        return policy == UnknownRegistrants.CREATE
                && Belonging.of(run, tx, ticket) == Belonging.NOBODYS
                && !NoMember.isIgnored(run, tx, subject, ticket);
    }

    private void walk() {
        Optional<Long> after = Optional.of(0L);
        while (after.isPresent()) {
            long behind = after.get();
            List<TicketRow> toBeMade = new ArrayList<>();
            List<Review> asked = new ArrayList<>();
            after = run.inTransaction(tx -> {
                List<TicketRow> page = tx.tickets().unlinked(behind, PAGE);
                page.forEach(ticket -> look(tx, ticket, toBeMade, asked));
                return page.size() < PAGE
                        ? Optional.empty()
                        : Optional.of(page.get(PAGE - 1).row());
            });
            asked.forEach(review -> run.journal().asked(review, true));
            toBeMade.forEach(creates::make);
        }
    }

    private void look(Tx tx, TicketRow ticket, List<TicketRow> toBeMade, List<Review> asked) {
        Belonging whose = Belonging.of(run, tx, ticket);
        Optional<String> subject = NoMember.subject(ticket);
        if (whose == Belonging.SETTLED || subject.isEmpty() || NoMember.isIgnored(run, tx, subject.get(), ticket)) {
            return;
        }
        if (policy == UnknownRegistrants.CREATE && whose == Belonging.NOBODYS) {
            toBeMade.add(ticket);
        } else {
            NoMember.ask(run, tx, subject.get(), whose.why()).ifPresent(asked::add);
        }
    }
}
