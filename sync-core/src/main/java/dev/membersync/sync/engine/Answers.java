package dev.membersync.sync.engine;

import dev.membersync.sync.review.Answer;
import dev.membersync.sync.review.Answer.Verb;
import dev.membersync.sync.review.AnswerTable;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.store.SyncStore.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What people answered about one member, each answer beside a keyed hash of what they saw. An answer that holds once is
 * used up in the transaction that ends the work on the member; until then every attempt finds it again.
 */
final class Answers {
    static final Answers NONE = new Answers(List.of());

    /** One answer. */
    record Given(Review review, Answer answer, String seen) {
        boolean isPending() {
            return review.closedAt().isEmpty();
        }

        boolean stands() {
            return AnswerTable.find(review.kind(), answer)
                    .map(AnswerTable.Row::stands)
                    .orElse(false);
        }
    }

    private final List<Given> given;

    private Answers(List<Given> given) {
        this.given = given;
    }

    static Answers of(Tx tx, String userId) {
        List<Given> given = new ArrayList<>();
        for (Review review : tx.reviews().answered(userId)) {
            read(review).filter(one -> one.isPending() || one.stands()).ifPresent(given::add);
        }
        return given.isEmpty() ? NONE : new Answers(given);
    }

    /** The answer and what was seen, in one text: the last word is the hash. */
    static String text(Answer answer, String seen) {
        return answer + " " + seen;
    }

    private static Optional<Given> read(Review review) {
        String text = review.decision().orElse("");
        int gap = text.lastIndexOf(' ');
        try {
            Answer answer = Answer.parse(gap < 0 ? text : text.substring(0, gap));
            return Optional.of(new Given(review, answer, gap < 0 ? "" : text.substring(gap + 1)));
        } catch (IllegalArgumentException notByAPerson) {
            return Optional.empty();
        }
    }

    /** The answer to a question of this kind, whether or not it still fits. */
    Optional<Given> find(String kind) {
        return given.stream().filter(one -> one.review().kind().equals(kind)).findFirst();
    }

    /** True when this very question is to be left alone. */
    boolean ignores(Review question, Keys keys, Job job) {
        return fitting(question, keys, job)
                .filter(answer -> answer.verb() == Verb.IGNORE)
                .isPresent();
    }

    /** The answer to this very question, if what it was given about is still so. */
    Optional<Answer> fitting(Review question, Keys keys, Job job) {
        return find(question.kind())
                .filter(one -> one.review().reason().equals(question.reason()))
                .filter(one -> one.review().fields().containsAll(question.fields()))
                .filter(one -> fits(one, keys, job))
                .map(Given::answer);
    }

    static boolean fits(Given one, Keys keys, Job job) {
        return one.seen().isEmpty() || one.seen().equals(keys.seen(one.review().fields(), job));
    }

    /** The kinds of the questions whose answers wait for a run. */
    List<String> pending() {
        return given.stream()
                .filter(Given::isPending)
                .map(one -> one.review().kind())
                .toList();
    }

    /** Uses up what was waiting for this run; an answer that was given meanwhile waits for the next one. */
    void settle(Tx tx, Instant now) {
        pending().forEach(kind -> settle(tx, kind, now));
    }

    /** Uses up the answer to one question. */
    void settle(Tx tx, String kind, Instant now) {
        find(kind).filter(Given::isPending).ifPresent(one -> {
            Review review = one.review();
            Optional<Review> still = tx.reviews().find(review.kind(), review.subject());
            if (still.equals(Optional.of(review))) {
                String kept = one.stands()
                        ? review.decision().orElseThrow()
                        : one.answer().toString();
                tx.reviews().close(review.kind(), review.subject(), kept, now);
            }
        });
    }
}
