package dev.membersync.memberships.product;

import dev.membersync.client.Call;
import dev.membersync.client.Paged;
import dev.membersync.client.internal.CallBuilder;
import dev.membersync.client.internal.Fields;
import dev.membersync.memberships.internal.Ids;
import dev.membersync.memberships.internal.Listing;
import dev.membersync.memberships.internal.Terms;
import dev.membersync.memberships.internal.Wire;
import java.util.List;

/**
 * The prices of products of the location on HighLevel. Selling one with offers is the only way that the API shows by
 * which a purchase grants a membership. Thread-safe; calls fail as {@link Call} says. Source: SPEC, memberships-api.md
 * 2.5.
 */
public final class PricesApi {

    private final Wire wire;

    /** Not for callers: a client makes one. */
    @SuppressWarnings("exports") // nobody else has a wire
    public PricesApi(Wire wire) {
        this.wire = wire;
    }

    /** The prices of a product: {@code GET /products/{productId}/price} (SPEC). */
    public Paged<Price> list(String productId) {
        return list(productId, List.of());
    }

    /** Those of the prices of a product that have one of these ids, all for none: {@code ids} of the same path (SPEC). */
    public Paged<Price> list(String productId, List<String> ids) {
        return wire.list(Listing.of("prices.list", PricesApi::read, Price::id)
                .path("productId", productId)
                .query("locationId", wire.location())
                .query("ids", ids.isEmpty() ? null : String.join(",", ids)));
    }

    /** One price: {@code GET /products/{productId}/price/{priceId}} (SPEC). */
    public Call<Price> price(String productId, String priceId) {
        return of("prices.get", productId)
                .path("priceId", priceId)
                .query("locationId", wire.location())
                .reader(wire.one("prices.get", PricesApi::read));
    }

    /** Makes a price: {@code POST /products/{productId}/price} (SPEC); never repeated by itself. */
    public Call<Price> create(String productId, PriceDraft draft) {
        return of("prices.create", productId).json(body(draft)).reader(wire.one("prices.create", PricesApi::read));
    }

    /** Makes a price what the draft says: {@code PUT /products/{productId}/price/{priceId}} (SPEC). */
    public Call<Price> update(String productId, String priceId, PriceDraft draft) {
        return of("prices.update", productId)
                .path("priceId", priceId)
                .json(body(draft))
                .reader(wire.one("prices.update", PricesApi::read));
    }

    private CallBuilder of(String operation, String productId) {
        return wire.call(operation).path("productId", productId);
    }

    private Object body(PriceDraft draft) {
        return Terms.none()
                .and("locationId", wire.location())
                .and(draft.terms())
                .map();
    }

    private static Price read(Fields row) {
        return new Price(
                Ids.of(row, "a price", "_id", "id"),
                row.text("product"),
                row.text("name"),
                row.text("type"),
                row.text("currency"),
                row.decimal("amount"),
                row.decimal("compareAtPrice"),
                row.object("recurring")
                        .flatMap(every -> every.text("interval")
                                .filter(interval ->
                                        !interval.isBlank() && interval.chars().noneMatch(Character::isISOControl))
                                .map(interval -> new Recurrence(
                                        interval, every.number("intervalCount").orElse(1)))),
                row.objects("membershipOffers").stream()
                        .map(offer -> new MembershipOffer(offer.text("_id"), offer.text("label"), offer.text("value")))
                        .toList(),
                row.instant("createdAt"),
                row.instant("updatedAt"),
                row.rest());
    }
}
