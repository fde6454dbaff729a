package dev.membersync.sync.adapter;

import dev.membersync.sync.payment.PaymentState;
import dev.membersync.sync.record.TicketRef;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One payment with its totals so far, as a list shows it. Nothing in it is a person's data.
 *
 * @param id its id in the system that it is read from: of an event's money the order
 * @param collector who collected the money
 * @param currency its currency as it came; blank when the list names none
 * @param owed what it costs, in major units
 * @param paid what was collected so far; empty when the list does not show it
 * @param refunded what of it went back so far
 * @param said the state that the vendor's word stands for; empty for a word that says nothing about money
 * @param note the note of the order
 * @param member who paid, where the system says so itself
 * @param mergedFrom who paid, before that one became part of {@code member}
 * @param tickets the tickets that it pays
 * @param admitted how many of them admit
 * @param ownKey a key of ours on it: then it is what we wrote
 * @param tells whether the other side is to know of it; else it is a fact and no more
 */
public record PaymentSighting(
        String id,
        String collector,
        String currency,
        BigDecimal owed,
        Optional<BigDecimal> paid,
        BigDecimal refunded,
        Optional<PaymentState> said,
        String note,
        Optional<String> member,
        Optional<String> mergedFrom,
        List<TicketRef> tickets,
        long admitted,
        Optional<String> ownKey,
        boolean tells) {
    /** Copies the tickets. */
    public PaymentSighting {
        tickets = List.copyOf(tickets);
    }
}
