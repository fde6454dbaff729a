package dev.membersync.memberships.payment;

import dev.membersync.client.internal.Texts;
import dev.membersync.memberships.internal.Terms;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A coupon to create, or all that one shall be from now on; begin with the kind of discount. Immutable. Source: SPEC,
 * highlevel-api-docs apps/payments.json.
 */
public final class CouponDraft {

    private final Terms terms;

    private CouponDraft(Terms terms) {
        this.terms = terms;
    }

    /** So many per cent off, above 0 and at most 100. */
    public static CouponDraft percentage(String name, String code, BigDecimal percent, Instant start) {
        if (percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("nobody gives more than 100 per cent off");
        }
        return of(name, code, "percentage", percent, start);
    }

    /** So much off, in major units of the location's currency, above 0. */
    public static CouponDraft amount(String name, String code, BigDecimal amount, Instant start) {
        return of(name, code, "amount", amount, start);
    }

    /** The last moment of the coupon; without one it has no end. */
    public CouponDraft until(Instant end) {
        return new CouponDraft(terms.and("endDate", end));
    }

    /** How often it can be redeemed in all. */
    public CouponDraft usageLimit(long times) {
        return new CouponDraft(terms.and("usageLimit", times));
    }

    /** The products that it is for; without any it is for all. */
    public CouponDraft products(List<String> productIds) {
        return new CouponDraft(terms.and("productIds", productIds));
    }

    /** Whether a customer can redeem it once only. */
    public CouponDraft oncePerCustomer(boolean once) {
        return new CouponDraft(terms.and("limitPerCustomer", once));
    }

    /** Only the first payment of a subscription gets the discount; the vendor's default is all. */
    public CouponDraft firstPaymentOnly() {
        return new CouponDraft(terms.and("applyToFuturePayments", false));
    }

    /** The payments of a subscription get the discount for this many months. */
    public CouponDraft forMonths(int months) {
        Terms config = Terms.none().and("type", "fixed").and("duration", months).and("durationType", "months");
        return new CouponDraft(terms.and("applyToFuturePayments", true).and("applyToFuturePaymentsConfig", config));
    }

    /** A field that this type does not know; v3 alone takes {@code priceIds} and {@code variantIds}. */
    public CouponDraft extra(String name, Object value) {
        return new CouponDraft(terms.and(Texts.required("name", name), value));
    }

    Terms terms() {
        return terms;
    }

    @Override
    public String toString() {
        return "CouponDraft" + terms;
    }

    private static CouponDraft of(String name, String code, String type, BigDecimal value, Instant start) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("a discount must be above zero");
        }
        return new CouponDraft(Terms.none()
                .text("name", name)
                .text("code", code)
                .and("discountType", type)
                .money("discountValue", value)
                .and("startDate", start));
    }
}
