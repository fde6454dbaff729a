package dev.membersync.memberships.payment;

import dev.membersync.client.internal.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A coupon as the vendor sent it; only the id is always there. The constructor may gain components; it is not part of
 * the compatibility promise.
 *
 * @param id            the vendor's id
 * @param name          what it is called
 * @param code          what the customer types
 * @param discountType  {@code percentage} or {@code amount}
 * @param discountValue per cent, or money in major units
 * @param status        the status
 * @param startDate     from when it can be redeemed
 * @param endDate       until when; empty for a coupon without an end
 * @param usageCount    how often it was redeemed
 * @param createdAt     when it was made
 * @param updatedAt     when it was changed last
 * @param extra         the fields that this type does not know; {@code limitPerCustomer} is a number here although it is
 *                      sent as a boolean (SPEC). Unmodifiable
 */
public record Coupon(
        String id,
        Optional<String> name,
        Optional<String> code,
        Optional<String> discountType,
        Optional<BigDecimal> discountValue,
        Optional<CouponStatus> status,
        Optional<Instant> startDate,
        Optional<Instant> endDate,
        OptionalLong usageCount,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt,
        Map<String, Object> extra) {

    /** Refuses a blank id; copies the extra fields. */
    public Coupon {
        Texts.required("id", id);
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }
}
