package dev.membersync.accelevents.model;

/**
 * The person one ticket of an order is for.
 *
 * @param ticketTypeId the type of the ticket
 * @param answers the answers for that person
 */
public record Holder(long ticketTypeId, Answers answers) {}
