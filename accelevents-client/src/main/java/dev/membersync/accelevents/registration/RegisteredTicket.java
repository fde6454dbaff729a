package dev.membersync.accelevents.registration;

import dev.membersync.accelevents.id.AttendeeId;
import dev.membersync.accelevents.id.EventTicketId;
import java.util.Optional;

/**
 * One ticket of a draft, and which issued ticket it became.
 *
 * @param draft the ticket as drafted
 * @param ticketId the issued ticket; empty when the order has several that could be this person's, see {@link Registered#unmatched()}
 * @param attendeeId the attendee; empty when the answer did not say, as the orders list never does
 */
public record RegisteredTicket(TicketDraft draft, Optional<EventTicketId> ticketId, Optional<AttendeeId> attendeeId) {}
