package dev.membersync.accelevents.form;

import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.internal.EventWire;
import dev.membersync.client.Call;

/** The registration form, as the organiser set it up and as an order asks it. */
public final class Forms {
    private final EventWire event;

    /** The forms of this event. */
    @SuppressWarnings("exports") // made by the client alone
    public Forms(EventWire event) {
        this.event = event;
    }

    /**
     * The fields of the event's form; readable without an order, but silent about attribute or question and about options. Safety READ. Source:
     * R:get-ticketing-setting (DOC).
     */
    public Call<FormCatalogue> catalogue() {
        return event.inOccurrence("form.catalogue").reader(FormReaders::catalogue);
    }

    /**
     * The form of an open order: which fields are attributes and which questions, what is required, and the options. Safety READ. Source:
     * R:ticket-module-get-dynamic-form-data (DOC); {@code remainingSeconds} OLD, options LIVE.
     */
    public Call<OrderForm> ofOrder(OrderId orderId) {
        return form("form.ofOrder", orderId);
    }

    /**
     * The same of an order of the public checkout, with what is known of the buyer. Safety READ. Source: R:get-the-holderbuyeraddon-field-details (DOC).
     */
    public Call<OrderForm> inCheckout(OrderId orderId) {
        return form("checkout.form", orderId);
    }

    private Call<OrderForm> form(String operation, OrderId orderId) {
        return event.call(operation).path("orderId", orderId).reader(body -> FormReaders.ofOrder(orderId, body));
    }
}
