package dev.membersync.sync.engine;

import dev.membersync.sync.mapping.FieldException;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.store.SyncStore.Tx;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Members who wait for a word that no table knew are parked under that word. When the tables have grown, they are freed
 * at the start of the next run, without looking at anybody else (F-55).
 */
final class HeldWords {
    private static final String WORD = "word:";
    private static final int PAGE = 1_000;

    private HeldWords() {}

    /** What a member with such a question waits for. */
    static String waitsFor(Review question) {
        return WORD + question.id();
    }

    /** Frees the holders of every word that is known by now, and closes the question about it. */
    static void free(Run run) {
        run.inTransaction(tx -> {
            List<Review> page = tx.reviews().open(Questions.UNKNOWN, "", PAGE);
            while (!page.isEmpty() && page.get(0).kind().startsWith(Questions.UNKNOWN)) {
                page.stream()
                        .filter(review -> review.kind().startsWith(Questions.UNKNOWN) && isKnown(run, review))
                        .forEach(review -> free(run, tx, review));
                Review last = page.get(page.size() - 1);
                page = tx.reviews().open(last.kind(), last.subject(), PAGE);
            }
            return true;
        });
    }

    private static void free(Run run, Tx tx, Review review) {
        tx.reviews().close(review.kind(), review.subject(), "settled", run.now());
        while (tx.work().unpark(waitsFor(review), PAGE, run.now()) == PAGE) {
            run.checkpoint("unparked");
        }
    }

    /** A member who is nobody, with this word for plan and status, shows whether the tables know it. */
    private static boolean isKnown(Run run, Review review) {
        String word = review.subject();
        if (review.kind().equals(Questions.UNKNOWN_STATUS)) {
            return run.parts.workflow().statuses().isKnown(word);
        }
        Value absent = Value.absent();
        Member nobody = new Member("?", absent, absent, Value.of(word), Value.of(word), Map.of());
        Map<String, FieldException> held = run.mapping.left(nobody).held();
        return review.fields().stream()
                .noneMatch(field -> Optional.ofNullable(held.get(field))
                        .flatMap(FieldException::word)
                        .filter(word::equals)
                        .isPresent());
    }
}
