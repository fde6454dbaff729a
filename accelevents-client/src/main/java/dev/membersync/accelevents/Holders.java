package dev.membersync.accelevents;

import dev.membersync.accelevents.internal.FormReaders;
import dev.membersync.accelevents.internal.OrderReaders;
import dev.membersync.accelevents.model.Acknowledgement;
import dev.membersync.accelevents.model.HolderSheet;
import dev.membersync.client.Call;

/** The answers of ticket holders: read whole, changed, written whole. */
public final class Holders {
    private final EventWire event;

    Holders(EventWire event) {
        this.event = event;
    }

    /** All answers of one issued ticket. Safety READ. Source: R:get-ticketing-holder-data-by-ticketing-id (DOC). */
    public Call<HolderSheet> sheet(String eventTicketId) {
        return event.call(Operations.GET_HOLDER)
                .path("ticketId", eventTicketId)
                .reader(body -> FormReaders.sheet(eventTicketId, body));
    }

    /**
     * Writes a sheet back by barcode: the one way the vendor says works with an API key. Safety IDEMPOTENT_WRITE. Source:
     * R:update-ticketing-holder-attributes-data-by-barcode-id (DOC), pair spelling OLD and LIVE, {@code seatNumber} INFER.
     */
    public Call<Acknowledgement> updateByBarcode(String barcode, HolderSheet sheet) {
        return event.call(Operations.UPDATE_HOLDER_BY_BARCODE)
                .path("barcode", barcode)
                .json(event.bodies().holder(sheet))
                .reader(OrderReaders::acknowledgement);
    }

    /**
     * Writes a sheet back by issued ticket, for when no barcode is known. Safety IDEMPOTENT_WRITE. Source: the page is DOC, its path INFER from the GET.
     */
    public Call<Acknowledgement> update(String eventTicketId, HolderSheet sheet) {
        return event.call(Operations.UPDATE_HOLDER)
                .path("ticketId", eventTicketId)
                .json(event.bodies().holder(sheet))
                .reader(OrderReaders::acknowledgement);
    }
}
