package dev.membersync.sync;

import dev.membersync.sync.engine.Docket;
import dev.membersync.sync.engine.Parts;
import dev.membersync.sync.review.Answer;
import dev.membersync.sync.review.AnswerException;
import dev.membersync.sync.review.LiveReview;
import dev.membersync.sync.store.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What waits for people: reviews, dead letters and incidents of all workflows of an engine. Thread-safe; waits while the
 * engine runs a command. A {@code limit} is for each workflow.
 *
 * <p>A review is named by {@link Review#id()}, or where several workflows have such a one by {@link LiveReview#id()}.
 */
public final class Queues {
    private final List<Parts> workflows;
    private final Object lock;

    Queues(List<Parts> workflows, Object lock) {
        this.workflows = workflows;
        this.lock = lock;
    }

    /** The open questions, those among them that have an answer and wait for the next run included. */
    public List<Review> reviews(int limit) {
        synchronized (lock) {
            List<Review> reviews = new ArrayList<>();
            workflows.forEach(parts -> reviews.addAll(open(parts, limit)));
            return List.copyOf(reviews);
        }
    }

    /** The open questions with what both sides show now, read for this list and stored nowhere: a few calls each. */
    public List<LiveReview> liveReviews(int limit) {
        synchronized (lock) {
            List<LiveReview> reviews = new ArrayList<>();
            workflows.forEach(parts -> reviews.addAll(new Docket(parts).live(open(parts, limit))));
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
            Found found = find(id);
            return found.docket.live(List.of(found.review)).get(0);
        }
    }

    /**
     * Answers a question about what both sides show now; the next run acts upon it, once. Where the values have changed
     * until then, it asks again instead.
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
            Found found = find(id);
            found.docket.answer(found.review, answer, seen);
        }
    }

    private static List<Review> open(Parts parts, int limit) {
        return parts.store().inTransaction(parts.scope(), tx -> tx.reviews().open(limit));
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
