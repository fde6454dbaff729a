package dev.membersync.sync.adapter;

import dev.membersync.sync.record.TicketRef;

/** How the payment step of an order ended. */
public sealed interface PayResult {
    /** The ticket was issued. */
    record Issued(TicketRef ticket) implements PayResult {}

    /** An earlier attempt had worked already; the order shows the ticket. */
    record AlreadyPaid() implements PayResult {}

    /** The hold of the order ran out; read the order before another one is made. */
    record HoldExpired() implements PayResult {}

    /** No place is left. */
    record SoldOut() implements PayResult {}

    /**
     * The event's own rules refuse this person: a person has to decide. Nothing was issued.
     *
     * @param why the rule, for people, without personal data
     */
    record Refused(String why) implements PayResult {}
}
