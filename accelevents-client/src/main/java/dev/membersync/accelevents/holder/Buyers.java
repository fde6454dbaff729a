package dev.membersync.accelevents.holder;

import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.internal.Acknowledgements;
import dev.membersync.accelevents.internal.EventWire;
import dev.membersync.accelevents.model.Acknowledgement;
import dev.membersync.client.Call;

/** The answers of the buyers of orders: read whole, changed, written whole. */
public final class Buyers {
    private final EventWire event;

    /** The buyers of this event. */
    @SuppressWarnings("exports") // made by the client alone
    public Buyers(EventWire event) {
        this.event = event;
    }

    /** All answers of the buyer of one order. Safety READ. Source: R:get-ticketing-purchaser-attributes-data-by-order-id (DOC), path INFER from its PUT. */
    public Call<HolderSheet> sheet(OrderId orderId) {
        return event.call("buyers.get").path("orderId", orderId).reader(HolderSheet::read);
    }

    /**
     * Writes a sheet back. What a sheet leaves out may be wiped: change one that was read. Safety IDEMPOTENT_WRITE. Source:
     * R:update-ticketing-purchaser-data-by-order-id (DOC).
     */
    public Call<Acknowledgement> update(OrderId orderId, HolderSheet sheet) {
        return event.call("buyers.update")
                .path("orderId", orderId)
                .json(sheet.body(event.wire().dialect().answerName()))
                .reader(Acknowledgements::read);
    }
}
