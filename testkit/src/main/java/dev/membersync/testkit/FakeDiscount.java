package dev.membersync.testkit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A discount code of an event.
 *
 * @param id its id
 * @param code one word
 * @param amount percentage, or major units
 * @param percentage whether the amount is one
 * @param perOrder whether a flat amount counts once for the order, not for each ticket
 * @param typeIds the ticket types it is limited to; empty for all
 * @param uses how often it can be used; 0 for any number
 * @param usesPerUser how often one buyer e-mail can use it; 0 for any number
 * @param start from when it counts, or null
 * @param end until when it counts, or null
 * @param recurringEventId the occurrence it was made for; 0 for all
 */
public record FakeDiscount(
        long id,
        String code,
        BigDecimal amount,
        boolean percentage,
        boolean perOrder,
        Set<Long> typeIds,
        long uses,
        long usesPerUser,
        @Nullable Instant start,
        @Nullable Instant end,
        long recurringEventId) {

    /** Copies the ticket types. */
    public FakeDiscount {
        typeIds = Set.copyOf(typeIds);
    }

    boolean covers(FakeTicketType type) {
        return typeIds.isEmpty() || typeIds.contains(type.id());
    }

    boolean runsAt(Instant now) {
        boolean begun = start == null || !now.isBefore(start);
        return begun && (end == null || !now.isAfter(end));
    }

    static Optional<String> shown(@Nullable Instant instant) {
        return Optional.ofNullable(instant).map(VendorDates::monthFirst);
    }
}
