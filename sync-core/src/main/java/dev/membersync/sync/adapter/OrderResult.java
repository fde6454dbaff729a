package dev.membersync.sync.adapter;

/** How an order ended. */
public sealed interface OrderResult {
    /** The order exists and holds a place for a limited time. */
    record Placed(String orderId) implements OrderResult {}

    /** No place is left; nothing was ordered. */
    record SoldOut() implements OrderResult {}

    /**
     * The event's form or rules refuse this person; nothing was ordered and a person has to decide.
     *
     * @param why the rule, for people, without personal data
     */
    record Refused(String why) implements OrderResult {}
}
