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
 * @param facts the facts that are new
 * @param telling what the other side is to be told; empty when there is nothing to tell, or a question first
 * @param question why it is for a person
 * @param orphan true when nobody knows whose payment it is
 */
record Look(
        Optional<PaymentRow> row,
        List<Fact> facts,
        Optional<Telling> telling,
        Optional<Question> question,
        boolean orphan) {
    static Look asking(String kind, String reason) {
        return new Look(Optional.empty(), List.of(), Optional.empty(), Optional.of(new Question(kind, reason)), false);
    }
}
