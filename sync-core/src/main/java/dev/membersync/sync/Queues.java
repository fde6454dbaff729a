package dev.membersync.sync;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.engine.Docket;
import dev.membersync.sync.engine.Parts;
import dev.membersync.sync.mirror.PaymentParts;
import dev.membersync.sync.review.Answer;
import dev.membersync.sync.review.AnswerException;
import dev.membersync.sync.review.LiveReview;
import dev.membersync.sync.store.DeadLetter;
import dev.membersync.sync.store.Incident;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.store.SyncStore.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What waits for people: reviews, dead letters and incidents of all workflows of an engine. Thread-safe; waits while the
 * engine runs a command. A {@code limit} is for each workflow.
 *
 * <p>A review is named by {@link Review#id()}, or where several workflows have such a one by {@link LiveReview#id()}.
 */
public final class Queues {
    private static final int PAGE = 1_000;

    private final List<Parts> workflows;
    private final PaymentQueue payments;
    private final Object lock;
    private final Runnable marked;

    /** @param marked run when somebody is to be looked at again */
    Queues(List<Parts> workflows, List<PaymentParts> payments, Object lock, Runnable marked) {
        this.workflows = workflows;
        this.payments = new PaymentQueue(payments);
        this.lock = lock;
        this.marked = marked;
    }

    /** The open questions, those among them that have an answer and wait for the next run included. */
    public List<Review> reviews(int limit) {
        synchronized (lock) {
            List<Review> reviews = new ArrayList<>();
            workflows.forEach(parts -> reviews.addAll(open(parts, limit)));
            reviews.addAll(payments.reviews(limit));
            return List.copyOf(reviews);
        }
    }

    /**
     * The open questions with what both sides show now, read for this list and stored nowhere: a few calls each. Nobody who
     * writes waits for it, so it may be asked while the engine runs live.
     */
    public List<LiveReview> liveReviews(int limit) {
        synchronized (lock) {
            List<LiveReview> reviews = new ArrayList<>();
            workflows.forEach(parts -> reviews.addAll(new Docket(parts).live(open(parts, limit))));
            reviews.addAll(payments.live(limit));
            return List.copyOf(reviews);
        }
    }

    /**
     * One open question with what both sides show now.
     *
     * @throws AnswerException when there is none, or several workflows have one
     */
    public LiveReview liveReview(String id) {
        synchronized (lock) {
            Optional<LiveReview> payment = payments.find(id);
            if (payment.isPresent()) {
                return payment.get();
            }
            Found found = find(id);
            return found.docket.live(List.of(found.review)).get(0);
        }
    }

    /**
     * Answers a question about what both sides show now; the next run acts upon it, once, and a live run at once. Where the
     * values have changed until then, it asks again instead. A question about a payment waits for the next round of its
     * workflow also in a live run: a round costs calls.
     *
     * @throws AnswerException when the question does not take this answer, with those that it takes; or is not open
     */
    public void decide(String id, Answer answer) {
        decide(id, answer, Optional.empty());
    }

    /** Answers a question about what was shown: {@link LiveReview#seen()}. Else as {@link #decide(String, Answer)}. */
    public void decide(String id, Answer answer, String seen) {
        decide(id, answer, Optional.of(seen));
    }

    private void decide(String id, Answer answer, Optional<String> seen) {
        synchronized (lock) {
            if (payments.answer(id, answer)) {
                return;
            }
            Found found = find(id);
            found.docket.answer(found.review, answer, seen);
            marked.run();
        }
    }

    /** Members that were given up, by userId; those that a person dropped are left out. */
    public List<DeadLetter> deadLetters(int limit) {
        synchronized (lock) {
            List<DeadLetter> letters = new ArrayList<>();
            workflows.forEach(parts ->
                    letters.addAll(in(parts, tx -> tx.deadLetters().page("", limit))));
            return List.copyOf(letters);
        }
    }

    /** Has a member that was given up or dropped tried again by the next run, or now in a live one. False when there is none. */
    public boolean replay(String userId) {
        synchronized (lock) {
            boolean replayed = workflows.stream()
                            .filter(parts -> in(parts, tx -> {
                                boolean known =
                                        tx.deadLetters().find(List.of(userId)).containsKey(userId);
                                tx.work().mark(known ? List.of(userId) : List.of(), Lane.LIVE, now(parts));
                                return known;
                            }))
                            .count()
                    > 0;
            marked.run();
            return replayed;
        }
    }

    /** Has everybody that was given up tried again by the next run. @return how many */
    public long replayAll() {
        return replayAll(letter -> true);
    }

    /** Has everybody that was given up for this kind of reason tried again by the next run. @return how many */
    public long replayAll(String kind) {
        return replayAll(letter -> letter.kind().equals(kind));
    }

    private long replayAll(Predicate<DeadLetter> wanted) {
        synchronized (lock) {
            long replayed = workflows.stream()
                    .mapToLong(parts -> replayAll(parts, wanted))
                    .sum();
            marked.run();
            return replayed;
        }
    }

    private static long replayAll(Parts parts, Predicate<DeadLetter> wanted) {
        long replayed = 0;
        List<DeadLetter> page = in(parts, tx -> tx.deadLetters().page("", PAGE));
        while (!page.isEmpty()) {
            List<String> userIds =
                    page.stream().filter(wanted).map(DeadLetter::userId).toList();
            String last = page.get(page.size() - 1).userId();
            replayed += userIds.size();
            page = in(parts, tx -> {
                tx.work().mark(userIds, Lane.LIVE, now(parts));
                return tx.deadLetters().page(last, PAGE);
            });
        }
        return replayed;
    }

    /**
     * Gives a member up for good, until it changes. False when it was not given up.
     *
     * @param reason why, kept for others to read; it must not name or describe a person
     */
    public boolean drop(String userId, String reason) {
        if (!reason.matches("[^@\\p{Cntrl}]{1,200}")) {
            throw new SyncException("a reason has 1 to 200 characters and no address in it");
        }
        synchronized (lock) {
            return workflows.stream()
                            .filter(parts -> in(parts, tx -> {
                                DeadLetter letter =
                                        tx.deadLetters().find(List.of(userId)).get(userId);
                                if (letter != null) {
                                    tx.deadLetters()
                                            .put(new DeadLetter(
                                                    userId, DeadLetter.DROPPED, reason, letter.attempts(), now(parts)));
                                    tx.reviews().close("REFUSED", userId, "ignore", now(parts));
                                }
                                return letter != null;
                            }))
                            .count()
                    > 0;
        }
    }

    /** What went wrong outside of single members and is not over. */
    public List<Incident> incidents(int limit) {
        synchronized (lock) {
            List<Incident> incidents = new ArrayList<>();
            workflows.forEach(
                    parts -> incidents.addAll(in(parts, tx -> tx.incidents().open(limit))));
            incidents.addAll(payments.incidents(limit));
            return List.copyOf(incidents);
        }
    }

    private static Instant now(Parts parts) {
        return parts.time().instant();
    }

    private static <T> T in(Parts parts, Function<Tx, T> work) {
        return parts.store().inTransaction(parts.scope(), work);
    }

    private static List<Review> open(Parts parts, int limit) {
        return in(parts, tx -> tx.reviews().open(limit));
    }

    private record Found(Docket docket, Review review) {}

    private Found find(String id) {
        List<Found> found = new ArrayList<>();
        for (Parts parts : workflows) {
            String place =
                    parts.workflow().desk().event() + "/" + parts.workflow().id() + "/";
            Docket docket = new Docket(parts);
            docket.find(id.startsWith(place) ? id.substring(place.length()) : id)
                    .ifPresent(review -> found.add(new Found(docket, review)));
        }
        if (found.size() != 1) {
            throw AnswerException.unknown(
                    found.isEmpty()
                            ? "no review with this id is open; reviews are named as the list shows them"
                            : "several workflows have a review with this id; write EVENT/WORKFLOW/ before it");
        }
        return found.get(0);
    }
}
