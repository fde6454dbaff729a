package dev.membersync.memberships.payment;

import java.util.Objects;

/**
 * The status of a coupon: an open enumeration (SPEC).
 *
 * @param value the text on the wire; an empty one is a value too
 */
public record CouponStatus(String value) {

    /** Its time has not come. */
    public static final CouponStatus SCHEDULED = new CouponStatus("scheduled");

    /** It can be redeemed. */
    public static final CouponStatus ACTIVE = new CouponStatus("active");

    /** Its time is over. */
    public static final CouponStatus EXPIRED = new CouponStatus("expired");

    /** Refuses {@code null}. */
    public CouponStatus {
        Objects.requireNonNull(value, "value");
    }

    /** The text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
