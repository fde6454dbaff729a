package dev.membersync.sync.adapter;

import dev.membersync.sync.record.RegistrationDraft;

/**
 * What is ordered for one member.
 *
 * @param ticketTypeId the ticket type
 * @param paymentType the payment type, a word of Accelevents' vocabulary such as {@code CASH}
 * @param note the order note: our tag
 * @param draft the holder
 */
public record Booking(String ticketTypeId, String paymentType, String note, RegistrationDraft draft) {}
