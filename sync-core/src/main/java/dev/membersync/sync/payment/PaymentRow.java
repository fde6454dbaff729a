package dev.membersync.sync.payment;

import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of one payment between runs: how it stood, what the other side knows of it, and what it is being told.
 *
 * @param key the natural key of the payment on the other side, the same for ever
 * @param standing how it stood when it was last read
 * @param told what the other side knows, by an answer of its own
 * @param telling what it was about to be told; whether that arrived is not known before {@code told} says the same
 * @param sentAt when that was about to be sent
 * @param attempt how often it was about to be sent
 */
public record PaymentRow(
        String key,
        OrderStanding standing,
        Optional<Telling> told,
        Optional<Telling> telling,
        Optional<Instant> sentAt,
        int attempt) {
    /** A payment that nobody was told of. */
    public static PaymentRow seen(String key, OrderStanding standing) {
        return new PaymentRow(key, standing, Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }

    /** The same payment as it stands now. */
    public PaymentRow standing(OrderStanding now) {
        return new PaymentRow(key, now, told, telling, sentAt, attempt);
    }

    /** About to tell. */
    public PaymentRow sending(Telling what, Instant at) {
        int next = telling.filter(what::equals).isPresent() ? attempt + 1 : 1;
        return new PaymentRow(key, standing, told, Optional.of(what), Optional.of(at), next);
    }

    /** The other side knows what it was about to be told. */
    public PaymentRow arrived() {
        return new PaymentRow(key, standing, telling, Optional.empty(), Optional.empty(), 0);
    }

    /** What was about to be told has had no effect. */
    public PaymentRow undone() {
        return new PaymentRow(key, standing, told, Optional.empty(), Optional.empty(), 0);
    }
}
