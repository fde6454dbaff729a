package dev.membersync.eventops.pricing;

import dev.membersync.sync.payment.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of a ticket class; what is not known is empty, never zero.
 *
 * @param price the price now
 * @param capacity places in all
 * @param sold tickets sold, paid or not
 * @param paid tickets that are paid
 * @param pending tickets of orders that are not paid yet
 * @param held places blocked by open checkouts
 * @param offered places offered to the waiting list
 * @param waitlist people on the waiting list
 * @param hidden whether it is hidden from buyers
 * @param saleEnds when its sale ends
 * @param highestMemberPaid the highest price that a member paid
 */
public record ClassFacts(
        Optional<Money> price,
        OptionalLong capacity,
        OptionalLong sold,
        OptionalLong paid,
        OptionalLong pending,
        OptionalLong held,
        OptionalLong offered,
        OptionalLong waitlist,
        Optional<Boolean> hidden,
        Optional<Instant> saleEnds,
        Optional<Money> highestMemberPaid) {
    /** A class whose buyers have all paid and whom nobody waits for. */
    public static ClassFacts of(Money price, long capacity, long sold, long held) {
        return new ClassFacts(
                Optional.of(price),
                OptionalLong.of(capacity),
                OptionalLong.of(sold),
                OptionalLong.of(sold),
                OptionalLong.of(0),
                OptionalLong.of(held),
                OptionalLong.of(0),
                OptionalLong.of(0),
                Optional.of(false),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Seats that are given away or promised: paid and pending, or sold where that is more, and held and offered. Empty
     * where a part is not known.
     */
    OptionalLong committed() {
        OptionalLong booked = paid.isPresent() && pending.isPresent()
                ? OptionalLong.of(Math.max(sold.orElse(0), paid.getAsLong() + pending.getAsLong()))
                : sold;
        return booked.isPresent() && held.isPresent() && offered.isPresent()
                ? OptionalLong.of(booked.getAsLong() + held.getAsLong() + offered.getAsLong())
                : OptionalLong.empty();
    }

    /** Whether somebody holds a seat without having paid for it; empty when it is not known. */
    Optional<Boolean> hasOpenSeats() {
        if (held.orElse(0) + pending.orElse(0) + offered.orElse(0) > 0) {
            return Optional.of(true);
        }
        return held.isPresent() && pending.isPresent() && offered.isPresent() ? Optional.of(false) : Optional.empty();
    }

    /** Canonical text, for the hash of a snapshot. */
    String text() {
        return String.join(
                ",",
                price.map(Money::toString).orElse("?"),
                number(capacity),
                number(sold),
                number(paid),
                number(pending),
                number(held),
                number(offered),
                number(waitlist),
                hidden.map(String::valueOf).orElse("?"),
                saleEnds.map(Instant::toString).orElse("?"),
                highestMemberPaid.map(Money::toString).orElse("?"));
    }

    static String number(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : "?";
    }
}
