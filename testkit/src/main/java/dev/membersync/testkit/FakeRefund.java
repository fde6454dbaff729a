package dev.membersync.testkit;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Money that went back to a buyer, whether a refund, an exchange or a deletion sent it.
 *
 * @param at when
 * @param orderId the order
 * @param ticketId the issued ticket
 * @param amount how much, in major units
 */
public record FakeRefund(Instant at, long orderId, long ticketId, BigDecimal amount) {}
