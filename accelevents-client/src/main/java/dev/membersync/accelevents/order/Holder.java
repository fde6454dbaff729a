package dev.membersync.accelevents.order;

import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.model.Answers;

/**
 * The person one ticket of an order is for.
 *
 * @param ticketTypeId the type of the ticket
 * @param answers the answers for that person
 */
public record Holder(TicketTypeId ticketTypeId, Answers answers) {}
