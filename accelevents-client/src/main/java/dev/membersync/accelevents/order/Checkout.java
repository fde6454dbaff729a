package dev.membersync.accelevents.order;

import dev.membersync.accelevents.form.Forms;
import dev.membersync.accelevents.form.OrderForm;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.internal.Acknowledgements;
import dev.membersync.accelevents.internal.EventWire;
import dev.membersync.accelevents.model.Acknowledgement;
import dev.membersync.client.Call;
import dev.membersync.client.Experimental;
import dev.membersync.client.internal.Json;
import dev.membersync.client.internal.UnreadableException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The checkout as buyers walk it on the event's page: the same steps and bodies as those of {@link Orders}, without {@code /staff/} (DOC, D:ticket-purchase-1). Whether it
 * asks for a credential is not documented; the client sends the one it has. Safe for many threads.
 */
public final class Checkout {
    private final EventWire event;
    private final OrderBodies bodies;
    private final Forms forms;

    /** The checkout of this event. */
    @SuppressWarnings("exports") // made by the client alone
    public Checkout(EventWire event) {
        this.event = event;
        this.bodies = new OrderBodies(event.wire());
        this.forms = new Forms(event);
    }

    /** Reserves tickets as {@link Orders#place} does. Safety ONCE_ONLY. Source: R:order-generation (DOC), body as that of staff (INFER). */
    public Call<OrderId> place(NewOrder order) {
        return event.call("checkout.place").json(bodies.order(order)).reader(OrderReaders::placed);
    }

    /** The form of an open order, with what is known of the buyer. Safety READ. Source: R:get-the-holderbuyeraddon-field-details (DOC). */
    public Call<OrderForm> form(OrderId orderId) {
        return forms.inCheckout(orderId);
    }

    /**
     * Takes a discount code off an open order. Refused for a code that is not valid for these tickets (4060416), not to be applied (4060421), or for donations (4060428);
     * uses of one buyer are counted only when the order is paid (DOC). A GET that changes the order: safety ONCE_ONLY. Source: WEB17 (OLD).
     */
    @Experimental
    public Call<Discounted> applyCode(OrderId orderId, String code) {
        return event.call("checkout.applyCode")
                .path("orderId", orderId)
                .path("couponCode", code)
                .reader(body -> Json.row(body, List.of("data"), row -> {
                    if (!row.has("totalPrice") && !row.has("discountAmount")) {
                        throw new UnreadableException("the reply has no price");
                    }
                    return new Discounted(row.decimal("totalPrice"), row.decimal("discountAmount"));
                }));
    }

    /**
     * Pays an order as {@link Orders#pay} does and mails the buyer, but names no ticket: the order does ({@link Orders#order}). Safety ONCE_ONLY for the client; the caller
     * may repeat it for the same order. Source: R:confirm-order-by-paying-ticket-amount (DOC), path WEB17 (OLD), body as that of staff (INFER).
     */
    @Experimental
    public Call<Acknowledgement> pay(OrderId orderId, Payment payment) {
        return event.call("checkout.pay")
                .path("orderId", orderId)
                .json(bodies.payment(payment))
                .reader(Acknowledgements::read);
    }

    /**
     * What a discount code made of an order, in major units of the event's currency.
     *
     * @param totalPrice what is left to pay; empty when the reply does not say
     * @param discountAmount what was taken off; empty when the reply does not say
     */
    public record Discounted(Optional<BigDecimal> totalPrice, Optional<BigDecimal> discountAmount) {}
}
