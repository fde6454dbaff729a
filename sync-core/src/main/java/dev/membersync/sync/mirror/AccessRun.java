package dev.membersync.sync.mirror;

import dev.membersync.sync.adapter.PaymentSighting;
import dev.membersync.sync.policy.AccessPolicy;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.store.SyncStore.Tx;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares access and money of every ticket of one event, asks where the policy says so, and writes to neither side. A
 * question settles when the two go together again or the ticket is gone. Not thread-safe; make one for each run.
 */
public final class AccessRun {
    /** The money went back, and the ticket admits still. */
    public static final String REFUNDED = "REFUNDED_ADMITS";
    /** The ticket does not admit any more, and its money is kept. */
    public static final String CANCELED = "CANCELED_KEPT";

    private static final int PAGE = 500;
    private static final String IGNORED = "ignore";

    private final PaymentParts parts;
    private final AccessPolicy policy;
    private final Set<String> asked = new HashSet<>();
    private long together;

    /**
     * A ticket whose access and money do not go together.
     *
     * @param kind {@link #REFUNDED} or {@link #CANCELED}
     * @param ticket its id
     * @param order its order
     */
    public record Doubt(String kind, String ticket, String order) {
        Review question(Instant now) {
            String why = kind.equals(REFUNDED)
                    ? " was refunded and still admits; cancel it at Accelevents, or answer ignore to leave it so"
                    : " does not admit any more and its money is kept; refund it at Accelevents, or answer ignore to"
                            + " leave it so";
            return Review.ask(kind, ticket, List.of("access"), "ticket " + ticket + " of order " + order + why, now);
        }
    }

    /** A run over these. */
    public AccessRun(PaymentParts parts) {
        this.parts = parts;
        this.policy = parts.workflow().access().orElseThrow();
    }

    /** What {@link #run} would ask; reads only. */
    public PaymentTally plan() {
        parts.workflow()
                .source()
                .payments()
                .forEach(page -> parts.in(tx -> {
                    page.forEach(ticket -> count(tx, ticket));
                    return true;
                }));
        return tally();
    }

    /** Asks everything that is to be asked, and settles what is not in question any more. */
    public PaymentTally run() {
        parts.workflow()
                .source()
                .payments()
                .forEach(page -> parts.in(tx -> {
                    page.forEach(ticket -> count(tx, ticket)
                            .ifPresent(doubt -> tx.reviews()
                                    .open(doubt.question(parts.time().instant()))));
                    return true;
                }));
        settle();
        return tally();
    }

    /** The tickets that are to be told to people, whether they are asked about or not; reads only. */
    public List<Doubt> doubts() {
        List<Doubt> doubts = new ArrayList<>();
        parts.workflow()
                .source()
                .payments()
                .forEach(page -> page.forEach(ticket -> doubt(ticket)
                        .filter(doubt -> doubt.kind().equals(CANCELED) || asks(doubt))
                        .ifPresent(doubts::add)));
        return doubts;
    }

    /** The doubt that a person is to be asked about, unless one decided to leave it so. */
    private Optional<Doubt> count(Tx tx, PaymentSighting ticket) {
        Optional<Doubt> doubt = doubt(ticket).filter(this::asks).filter(one -> !isIgnored(tx, one));
        doubt.ifPresentOrElse(one -> asked.add(one.kind() + one.ticket()), () -> together++);
        return doubt;
    }

    private boolean asks(Doubt doubt) {
        return doubt.kind().equals(REFUNDED) ? policy.asksRefunded() : policy.asksCanceled();
    }

    private static boolean isIgnored(Tx tx, Doubt doubt) {
        return tx.reviews()
                .find(doubt.kind(), doubt.ticket())
                .filter(review -> review.closedAt().isPresent())
                .flatMap(Review::decision)
                .filter(IGNORED::equals)
                .isPresent();
    }

    /** Of a ticket that shows no amounts nothing can be said. */
    private static Optional<Doubt> doubt(PaymentSighting ticket) {
        BigDecimal paid = ticket.paid().orElse(BigDecimal.ZERO);
        boolean kept = paid.compareTo(ticket.refunded()) > 0;
        boolean admits = ticket.admitted() > 0;
        if (paid.signum() <= 0 || kept == admits) {
            return Optional.empty();
        }
        String order = ticket.tickets().stream()
                .map(TicketRef::orderId)
                .map(String::valueOf)
                .findFirst()
                .orElse("");
        return Optional.of(new Doubt(admits ? REFUNDED : CANCELED, ticket.id(), order));
    }

    /** The list was walked to its end: what it did not put in question is in question no more. */
    private void settle() {
        List<Review> page = open("", "");
        while (!page.isEmpty()) {
            page.stream()
                    .filter(review -> !asked.contains(review.kind() + review.subject()))
                    .forEach(review -> parts.in(tx -> tx.reviews()
                            .close(
                                    review.kind(),
                                    review.subject(),
                                    "settled",
                                    parts.time().instant())));
            Review last = page.get(page.size() - 1);
            page = open(last.kind(), last.subject());
        }
    }

    private List<Review> open(String afterKind, String afterSubject) {
        return parts.in(tx -> tx.reviews().open(afterKind, afterSubject, PAGE));
    }

    private PaymentTally tally() {
        long open = parts.in(tx -> tx.reviews().countOpen());
        return new PaymentTally(List.of(), 0, 0, together, 0, asked.size(), 0, 0, open, List.of());
    }
}
