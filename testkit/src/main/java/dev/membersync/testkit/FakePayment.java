package dev.membersync.testkit;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A payment that was recorded at {@link FakeMemberships}.
 *
 * @param paymentId natural key
 * @param amount in major units
 * @param status any text
 * @param userId the member
 * @param recordedAt when it was first recorded
 */
public record FakePayment(String paymentId, BigDecimal amount, String status, String userId, Instant recordedAt) {}
