package dev.membersync.sync.engine;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.store.DeadLetter;
import dev.membersync.sync.store.MemberRow;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketRow;
import java.util.List;
import java.util.Optional;

/**
 * Members without a link who are not listed any more and about whom something is open: a question, a dead letter, or a
 * ticket with their tag. One read each settles it, so they are marked, a page at a time and {@value #MOST} at most.
 */
final class OpenMatters {
    private static final int PAGE = 1_000;

    /** A list that lost most of its rows costs no more reads than this. */
    private static final int MOST = 1_000;

    private final Run run;
    private final long generation;
    private int marked;

    /** @param generation the member scan that did not show them */
    OpenMatters(Run run, long generation) {
        this.run = run;
        this.generation = generation;
    }

    void mark() {
        Optional<Review> review = Optional.of(Review.ask("", "", List.of(), "", run.now()));
        while (review.isPresent()) {
            Review after = review.get();
            review = run.inTransaction(tx -> {
                List<Review> page = tx.reviews().open(after.kind(), after.subject(), PAGE);
                mark(tx, page.stream().map(Review::subject).toList());
                return last(page);
            });
        }
        Optional<String> letter = Optional.of("");
        while (letter.isPresent()) {
            String after = letter.get();
            letter = run.inTransaction(tx -> {
                List<String> page = tx.deadLetters().page(after, PAGE).stream()
                        .map(DeadLetter::userId)
                        .toList();
                mark(tx, page);
                return last(page);
            });
        }
        Optional<Long> ticket = Optional.of(0L);
        while (ticket.isPresent()) {
            long after = ticket.get();
            ticket = run.inTransaction(tx -> {
                List<TicketRow> page = tx.tickets().unlinked(after, PAGE);
                mark(tx, page.stream().flatMap(row -> row.tag().stream()).toList());
                return last(page).map(TicketRow::row);
            });
        }
    }

    private static <T> Optional<T> last(List<T> page) {
        return page.size() < PAGE ? Optional.empty() : Optional.of(page.get(page.size() - 1));
    }

    private void mark(Tx tx, List<String> userIds) {
        List<String> missing = tx.members().find(userIds).values().stream()
                .filter(row -> row.generation() < generation && !row.gone())
                .map(MemberRow::userId)
                .toList();
        var linked = tx.links().find(missing).keySet();
        List<String> open = missing.stream()
                .filter(userId -> !linked.contains(userId))
                .sorted()
                .limit(MOST - marked)
                .toList();
        tx.work().mark(open, Lane.VERIFY, run.now());
        marked += open.size();
    }
}
