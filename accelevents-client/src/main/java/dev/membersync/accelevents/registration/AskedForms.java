package dev.membersync.accelevents.registration;

import dev.membersync.accelevents.id.TicketTypeId;
import java.util.List;
import java.util.Map;

/**
 * The forms that an order has to answer.
 *
 * @param forms the form of each of its types
 * @param order the type of each of its tickets, as the vendor's form lists them; of forms that were known before, as the order named them
 * @param expired whether the form was read from this very order and said that its hold is over
 */
record AskedForms(Map<TicketTypeId, RegistrationForm> forms, List<TicketTypeId> order, boolean expired) {}
