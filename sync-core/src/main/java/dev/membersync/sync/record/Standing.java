package dev.membersync.sync.record;

/**
 * What the lists of Accelevents say of a ticket besides its holder. The attendee list shows the ticket's status alone; an
 * order shows all of it.
 *
 * @param ticket the ticket's status in capitals, such as {@code BOOKED} or {@code CHECKED_IN} (accelevents-api.md 6.2)
 * @param payment the payment status of this ticket in capitals, such as {@code PAID} or {@code REFUNDED} (6.1): of an
 *     order that was refunded in part, the one of its tickets whose money went back is {@code REFUNDED}
 * @param orderedFor the member whom our order note names; empty when the order is not ours
 */
public record Standing(Value ticket, Value payment, Value orderedFor) {
    private static final Standing UNSEEN = new Standing(Value.unseen(), Value.unseen(), Value.unseen());

    /** Nothing was seen. */
    public static Standing unseen() {
        return UNSEEN;
    }

    /** A ticket that is known to be there no more. */
    public static Standing deleted() {
        return new Standing(Value.of("DELETED"), Value.unseen(), Value.unseen());
    }
}
