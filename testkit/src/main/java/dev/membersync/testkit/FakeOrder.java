package dev.membersync.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An order of an event.
 *
 * @param id order id
 * @param note what the order was made with
 * @param status {@code Unpaid} until the payment step, then {@code Paid}, {@code Unpaid} or {@code Complimentary} by payment type; {@code Deleted} after a deletion
 * @param orderType {@code UNPAID} until the payment step, then the word for the payment type
 * @param issued whether the payment step happened, which it can once
 * @param typeIds ticket type ids, one for each ticket of the order
 * @param purchaser answers of the buyer by field name; empty until the payment step
 * @param discount the discount code that was applied to it
 * @param createdAt when it was made
 * @param updatedAt last change of the order or one of its tickets
 * @param holdUntil when its places are free again unless it was paid
 */
public record FakeOrder(
        long id,
        String note,
        String status,
        String orderType,
        boolean issued,
        List<Long> typeIds,
        Map<String, String> purchaser,
        FakeDiscountUse discount,
        Instant createdAt,
        Instant updatedAt,
        Instant holdUntil) {

    /** Copies the collections. */
    public FakeOrder {
        typeIds = List.copyOf(typeIds);
        purchaser = Map.copyOf(purchaser);
    }

    boolean holdsAt(Instant now) {
        return !issued && now.isBefore(holdUntil);
    }

    FakeOrder touched(Instant at) {
        return copy(status, orderType, issued, purchaser, discount, at);
    }

    FakeOrder booked(String newStatus, String newOrderType, Map<String, String> buyer, Instant at) {
        return copy(newStatus, newOrderType, true, buyer, discount, at);
    }

    FakeOrder inStatus(String newStatus, Instant at) {
        return copy(newStatus, orderType, issued, purchaser, discount, at);
    }

    FakeOrder answering(Map<String, String> buyer, Instant at) {
        return copy(status, orderType, issued, buyer, discount, at);
    }

    FakeOrder discounted(FakeDiscountUse use, Instant at) {
        return copy(status, orderType, issued, purchaser, use, at);
    }

    private FakeOrder copy(
            String newStatus,
            String newOrderType,
            boolean nowIssued,
            Map<String, String> buyer,
            FakeDiscountUse use,
            Instant at) {
        return new FakeOrder(
                id, note, newStatus, newOrderType, nowIssued, typeIds, buyer, use, createdAt, at, holdUntil);
    }
}
