package dev.membersync.memberships.payment;

import dev.membersync.client.Call;
import dev.membersync.client.Paged;
import dev.membersync.memberships.internal.Listing;
import dev.membersync.memberships.internal.Wire;

/**
 * The subscriptions of the location on HighLevel; they can be read alone: none can be made, paused or cancelled through
 * the API (the vendor's issue 272). Thread-safe; calls fail as {@link Call} says. Source: SPEC, memberships-api.md 2.5.
 */
public final class SubscriptionsApi {

    private final Wire wire;

    /** Not for callers: a client makes one. */
    @SuppressWarnings("exports") // nobody else has a wire
    public SubscriptionsApi(Wire wire) {
        this.wire = wire;
    }

    /** Subscriptions: {@code GET /payments/subscriptions} (SPEC). */
    public Paged<Subscription> list(SubscriptionQuery query) {
        return wire.list(Listing.of("subscriptions.list", PaymentReader::subscription, Subscription::id)
                .query(wire.place().and(query.terms()).map()));
    }

    /** One subscription in detail: {@code GET /payments/subscriptions/{subscriptionId}} (SPEC). */
    public Call<Subscription> subscription(String subscriptionId) {
        return wire.placed("subscriptions.get")
                .path("subscriptionId", subscriptionId)
                .reader(wire.one("subscriptions.get", PaymentReader::subscription));
    }
}
