package dev.membersync.sync;

import dev.membersync.sync.mirror.PaymentParts;
import dev.membersync.sync.review.Answer;
import dev.membersync.sync.review.AnswerException;
import dev.membersync.sync.review.AnswerTable;
import dev.membersync.sync.review.LiveReview;
import dev.membersync.sync.store.Incident;
import dev.membersync.sync.store.Review;
import java.util.List;
import java.util.Optional;

/** The questions about payments. What they are about stands in their reason: amounts and ids are no person's data. */
final class PaymentQueue {
    private final List<PaymentParts> workflows;

    PaymentQueue(List<PaymentParts> workflows) {
        this.workflows = workflows;
    }

    List<Review> reviews(int limit) {
        return workflows.stream().flatMap(parts -> open(parts, limit).stream()).toList();
    }

    List<Incident> incidents(int limit) {
        return workflows.stream()
                .flatMap(parts -> parts.in(tx -> tx.incidents().open(limit)).stream())
                .toList();
    }

    List<LiveReview> live(int limit) {
        return workflows.stream()
                .flatMap(parts -> open(parts, limit).stream().map(review -> live(parts, review)))
                .toList();
    }

    /** The question with this id, with or without its workflow's name before it. */
    Optional<LiveReview> find(String id) {
        return workflows.stream()
                .flatMap(parts -> review(parts, id).map(review -> live(parts, review)).stream())
                .findFirst();
    }

    /** Takes an answer; false when no question about payments has this id. */
    boolean answer(String id, Answer answer) {
        for (PaymentParts parts : workflows) {
            Optional<Review> review = review(parts, id);
            if (review.isPresent()) {
                take(parts, review.get(), answer);
                return true;
            }
        }
        return false;
    }

    private static void take(PaymentParts parts, Review review, Answer answer) {
        AnswerTable.Row row = AnswerTable.find(review.kind(), answer)
                .orElseThrow(() -> AnswerException.wrong(review.kind(), review.id() + " does not take this answer"));
        parts.in(tx -> row.verb() == Answer.Verb.IGNORE
                ? tx.reviews()
                        .close(
                                review.kind(),
                                review.subject(),
                                answer.toString(),
                                parts.time().instant())
                : tx.reviews().answer(review.kind(), review.subject(), answer.toString()));
    }

    private static Optional<Review> review(PaymentParts parts, String id) {
        String place =
                parts.workflow().source().event() + "/" + parts.workflow().id() + "/";
        String name = id.startsWith(place) ? id.substring(place.length()) : id;
        int colon = name.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : parts.in(tx -> tx.reviews().find(name.substring(0, colon), name.substring(colon + 1)))
                        .filter(review -> review.closedAt().isEmpty());
    }

    private static LiveReview live(PaymentParts parts, Review review) {
        return new LiveReview(
                parts.workflow().id(),
                parts.workflow().source().event(),
                review,
                List.of(),
                "",
                AnswerTable.of(review.kind()));
    }

    private static List<Review> open(PaymentParts parts, int limit) {
        return parts.in(tx -> tx.reviews().open(limit));
    }
}
