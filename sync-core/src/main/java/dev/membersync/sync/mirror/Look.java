package dev.membersync.sync.mirror;

import dev.membersync.sync.payment.Fact;
import dev.membersync.sync.payment.PaymentRow;
import dev.membersync.sync.payment.Telling;
import java.util.List;
import java.util.Optional;

/**
 * What one look at a payment found, before anything is written.
 *
 * @param row what is to be remembered of it; empty when its amounts cannot be read
 * @param isNew whether that differs from what is remembered: a payment that stands as it stood is not written again
 * @param facts the facts that are new
 * @param telling what the other side is to be told; empty when there is nothing to tell, or a question first
 * @param question why it is for a person
 * @param orphan true when nobody knows whose payment it is
 */
record Look(
        Optional<PaymentRow> row,
        boolean isNew,
        List<Fact> facts,
        Optional<Telling> telling,
        Optional<Question> question,
        boolean orphan) {
    /** Nothing but a question. */
    static Look asking(String kind, String reason) {
        Optional<Question> question = Optional.of(new Question(kind, reason));
        return new Look(Optional.empty(), false, List.of(), Optional.empty(), question, false);
    }

    /** What is seen, with nothing to tell. */
    static Look at(PaymentRow row, boolean isNew, List<Fact> facts) {
        return new Look(Optional.of(row), isNew, facts, Optional.empty(), Optional.empty(), false);
    }

    /** The same, with this to tell. */
    Look with(Telling what) {
        return new Look(row, isNew, facts, Optional.of(what), question, orphan);
    }

    /** The same, with this question first. */
    Look with(Question first) {
        return new Look(row, isNew, facts, Optional.empty(), Optional.of(first), orphan);
    }

    /** The same, of nobody who is known. */
    Look ofNobody() {
        return new Look(row, isNew, facts, Optional.empty(), question, true);
    }

    /** The same, with nothing to tell for now. */
    Look waiting() {
        return new Look(row, isNew, facts, Optional.empty(), question, orphan);
    }
}
