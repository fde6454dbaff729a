package dev.membersync.memberships.payment;

import dev.membersync.memberships.internal.Terms;

/** Which coupons to list; begin with {@link #all}. Immutable. Source: SPEC, highlevel-api-docs apps/payments.json. */
public final class CouponQuery {

    private final Terms terms;

    private CouponQuery(Terms terms) {
        this.terms = terms;
    }

    /** All coupons of the location. */
    public static CouponQuery all() {
        return new CouponQuery(Terms.none());
    }

    /** Those of this status. */
    public CouponQuery status(CouponStatus status) {
        return new CouponQuery(terms.and("status", status.value()));
    }

    /** Those that the vendor's search finds for this text. */
    public CouponQuery search(String text) {
        return new CouponQuery(terms.text("search", text));
    }

    Terms terms() {
        return terms;
    }

    @Override
    public String toString() {
        return "CouponQuery" + terms;
    }
}
