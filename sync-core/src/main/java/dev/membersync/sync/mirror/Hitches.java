package dev.membersync.sync.mirror;

import dev.membersync.sync.payment.PaymentRow;
import dev.membersync.sync.payment.Telling;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.store.SyncStore.Tx;
import java.util.List;

/**
 * What people were asked about a payment that could not be told, and what that means for what is to be told now.
 *
 * @param order the order
 * @param telling what is to be told
 * @param answer what is to be done
 */
record Hitches(String order, Telling telling, Answer answer) {
    private static final List<String> KINDS = List.of(Question.CONFLICT, Question.REFUSED, Question.BY_HAND);
    private static final String AGAIN = "left";
    private static final String BOOKED = "value=booked";

    /** What is to be done. */
    enum Answer {
        /** It is told. */
        GO,
        /** A person is asked about just this. */
        WAIT,
        /** A person has booked just this. */
        BOOKED,
        /** A person was asked about something else, and may have booked that by now. */
        OVERTAKEN
    }

    /** @param counts whether only the difference to what is on record is told, so that what a person books counts */
    static Hitches of(Tx tx, PaymentRow row, Telling telling, boolean counts) {
        String order = row.standing().order();
        Answer answer = Answer.GO;
        for (String kind : KINDS) {
            Answer one = tx.reviews()
                    .find(kind, order)
                    .map(review -> of(review, row, words(order, telling), counts))
                    .orElse(Answer.GO);
            answer = answer.compareTo(one) < 0 ? one : answer;
        }
        return new Hitches(order, telling, answer);
    }

    /** What is under way is known first: an answer about it waits. A question that went away by itself asks nothing. */
    private static Answer of(Review review, PaymentRow row, String words, boolean counts) {
        boolean open = review.closedAt().isEmpty();
        boolean same = review.reason().startsWith(words);
        String decision = review.decision().orElse("");
        if (decision.equals(AGAIN) || (!open && decision.isEmpty())) {
            return Answer.GO;
        }
        if (open && decision.equals(BOOKED) && row.telling().isEmpty()) {
            return same ? Answer.BOOKED : Answer.OVERTAKEN;
        }
        if (open && !same && counts && row.telling().isEmpty()) {
            return Answer.OVERTAKEN;
        }
        return same && row.telling().isEmpty() ? Answer.WAIT : Answer.GO;
    }

    /** What a person is asked when what is to be told has changed since the last question. */
    Question overtaken() {
        return new Question(
                Question.BY_HAND,
                words(order, telling)
                        + ": this has changed since you were asked; book by hand what is not on record there"
                        + " yet and answer value=booked, or answer left if nothing was booked by hand");
    }

    static String words(String order, Telling telling) {
        return "order " + order + ", " + telling.state().word() + ", " + telling.net() + " of member "
                + telling.userId();
    }
}
