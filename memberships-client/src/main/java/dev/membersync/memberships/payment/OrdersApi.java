package dev.membersync.memberships.payment;

import dev.membersync.client.Call;
import dev.membersync.client.Paged;
import dev.membersync.memberships.internal.Listing;
import dev.membersync.memberships.internal.Terms;
import dev.membersync.memberships.internal.Wire;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Orders of the location on HighLevel, and the payments and hand-overs recorded on them; an order cannot be made through
 * the API (the vendor's SDK issue 1). Thread-safe; calls fail as {@link Call} says. Source: SPEC, memberships-api.md 2.5.
 */
public final class OrdersApi {

    private static final String ORDER = "orderId";

    private final Wire wire;

    /** Not for callers: a client makes one. */
    @SuppressWarnings("exports") // nobody else has a wire
    public OrdersApi(Wire wire) {
        this.wire = wire;
    }

    /** Orders: {@code GET /payments/orders} (SPEC). Lists need no {@code altType}, and would refuse it if they whitelist. */
    public Paged<Order> list(OrderQuery query) {
        return wire.list(Listing.of("orders.list", PaymentReader::order, Order::id)
                .query("altId", wire.location())
                .query(query.terms().map()));
    }

    /** One order in detail: {@code GET /payments/orders/{orderId}} (SPEC). */
    public Call<Order> order(String orderId) {
        return wire.call("orders.get")
                .path(ORDER, orderId)
                .query("altId", wire.location())
                .reader(wire.one("orders.get", PaymentReader::order));
    }

    /**
     * Records a payment that was received elsewhere: {@code POST /payments/orders/{orderId}/record-payment} (SPEC). It
     * has no natural key, so it is never repeated by itself: after a lost answer read the order before another try. It
     * cannot be undone (no endpoint). The scope, {@code payments/orders.collectPayment}, is missing in the vendor's list
     * of scopes.
     */
    public Call<Void> recordPayment(String orderId, OrderPayment payment) {
        return wire.call("orders.recordPayment")
                .path(ORDER, orderId)
                .json(wire.place().and(payment.terms()).map())
                .ignoringBody();
    }

    /** Records what was handed over: {@code POST /payments/orders/{orderId}/fulfillments} (SPEC); never repeated by itself. */
    public Call<Fulfilment> fulfil(String orderId, FulfilmentDraft draft) {
        List<Terms> items = draft.items().entrySet().stream()
                .map(item -> Terms.none().and("priceId", item.getKey()).and("qty", item.getValue()))
                .toList();
        return wire.call("orders.fulfil")
                .path(ORDER, orderId)
                .json(wire.place()
                        .and(
                                "trackings",
                                draft.trackings().stream().map(Tracking::terms).toList())
                        .and("items", items)
                        .and("notifyCustomer", draft.notifyCustomer())
                        .map())
                .reader(wire.one("orders.fulfil", PaymentReader::fulfilment));
    }

    /** What was handed over: {@code GET /payments/orders/{orderId}/fulfillments} (SPEC), in one reply. */
    public Paged<Fulfilment> fulfilments(String orderId) {
        return wire.list(Listing.of("orders.fulfilments", PaymentReader::fulfilment, Fulfilment::id)
                .path(ORDER, orderId)
                .query(wire.place().map()));
    }

    /** The notes on an order, as JSON text: {@code GET /payments/orders/{orderId}/notes} (SPEC), whose reply nobody describes. */
    public Call<String> notes(String orderId) {
        return wire.placed("orders.notes")
                .path(ORDER, orderId)
                .reader(body -> new String(body, StandardCharsets.UTF_8));
    }
}
