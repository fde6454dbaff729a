package dev.membersync.memberships.payment;

import dev.membersync.client.Call;
import dev.membersync.client.Paged;
import dev.membersync.memberships.internal.Listing;
import dev.membersync.memberships.internal.Wire;

/**
 * The coupons of the location on HighLevel. Thread-safe; calls fail as {@link Call} says. Source: SPEC,
 * highlevel-api-docs apps/payments.json; the id of a coupon stands in the query or the body, never in the path.
 */
public final class CouponsApi {

    private final Wire wire;

    /** Not for callers: a client makes one. */
    @SuppressWarnings("exports") // nobody else has a wire
    public CouponsApi(Wire wire) {
        this.wire = wire;
    }

    /** Coupons: {@code GET /payments/coupon/list} (SPEC). */
    public Paged<Coupon> list(CouponQuery query) {
        return wire.list(Listing.of("coupons.list", PaymentReader::coupon, Coupon::id)
                .query(wire.place().and(query.terms()).map()));
    }

    /** One coupon: {@code GET /payments/coupon} (SPEC), which requires its code beside its id. */
    public Call<Coupon> coupon(String id, String code) {
        return wire.placed("coupons.get")
                .query("id", id)
                .query("code", code)
                .reader(wire.one("coupons.get", PaymentReader::coupon));
    }

    /** Makes a coupon: {@code POST /payments/coupon} (SPEC); never repeated by itself. */
    public Call<Coupon> create(CouponDraft draft) {
        return wire.call("coupons.create")
                .json(wire.place().and(draft.terms()).map())
                .reader(wire.one("coupons.create", PaymentReader::coupon));
    }

    /** Makes a coupon what the draft says: {@code PUT /payments/coupon} (SPEC), which wants the whole of it. */
    public Call<Coupon> update(String id, CouponDraft draft) {
        return wire.call("coupons.update")
                .json(wire.place().and(draft.terms()).text("id", id).map())
                .reader(wire.one("coupons.update", PaymentReader::coupon));
    }

    /** Deletes a coupon: {@code DELETE /payments/coupon} with a body (SPEC). */
    public Call<Void> delete(String id) {
        return wire.call("coupons.delete")
                .json(wire.place().text("id", id).map())
                .ignoringBody();
    }
}
