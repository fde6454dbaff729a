package dev.membersync.testkit;

import java.time.Instant;

/**
 * A mail that Accelevents would have sent to a real person.
 *
 * @param at when
 * @param to address
 * @param reason {@code confirmation}, {@code exchange}, {@code payment-link}, {@code refund} or {@code resend}
 */
public record FakeMail(Instant at, String to, String reason) {}
