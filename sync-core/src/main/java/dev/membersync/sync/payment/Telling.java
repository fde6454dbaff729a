package dev.membersync.sync.payment;

/**
 * What another system is told of a payment: its whole state so far, never a change.
 *
 * @param userId the member it is told of
 * @param net what is left of it: collected so far, less what went back
 * @param state how it stands
 */
public record Telling(String userId, Money net, PaymentState state) {}
