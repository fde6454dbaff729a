package dev.membersync.accelevents;

import dev.membersync.accelevents.internal.FormReaders;
import dev.membersync.accelevents.model.FormCatalogue;
import dev.membersync.accelevents.model.OrderForm;
import dev.membersync.client.Call;

/** The registration form, as the organiser set it up and as an order asks it. */
public final class Forms {
    private final EventWire event;

    Forms(EventWire event) {
        this.event = event;
    }

    /**
     * The fields of the event's form; readable without an order, but silent about attribute or question and about options. Safety READ. Source:
     * R:get-ticketing-setting (DOC).
     */
    public Call<FormCatalogue> catalogue() {
        return event.inOccurrence(Operations.FORM_CATALOGUE).reader(FormReaders::catalogue);
    }

    /**
     * The form of an open order: which fields are attributes and which questions, what is required, and the options. Safety READ. Source:
     * R:ticket-module-get-dynamic-form-data (DOC); {@code remainingSeconds} OLD, options LIVE.
     */
    public Call<OrderForm> ofOrder(long orderId) {
        return event.call(Operations.ORDER_FORM)
                .path("orderId", orderId)
                .reader(body -> FormReaders.ofOrder(orderId, body));
    }
}
