package dev.membersync.accelevents.holder;

import dev.membersync.accelevents.id.Barcode;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.internal.Acknowledgements;
import dev.membersync.accelevents.internal.EventWire;
import dev.membersync.accelevents.internal.Pairs;
import dev.membersync.accelevents.model.Acknowledgement;
import dev.membersync.client.Call;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answers of ticket holders: read whole, changed, written whole. */
public final class Holders {
    private final EventWire event;

    /** The holders of this event. */
    @SuppressWarnings("exports") // made by the client alone
    public Holders(EventWire event) {
        this.event = event;
    }

    /** All answers of one issued ticket. Safety READ. Source: R:get-ticketing-holder-data-by-ticketing-id (DOC). */
    public Call<HolderSheet> sheet(EventTicketId eventTicketId) {
        return event.call("holders.get").path("ticketId", eventTicketId).reader(SheetReader::sheet);
    }

    /**
     * Writes a sheet back by barcode: the one way the vendor says works with an API key. Safety IDEMPOTENT_WRITE. Source:
     * R:update-ticketing-holder-attributes-data-by-barcode-id (DOC), pair spelling OLD and LIVE, {@code seatNumber} INFER.
     */
    public Call<Acknowledgement> updateByBarcode(Barcode barcode, HolderSheet sheet) {
        return event.call("holders.updateByBarcode")
                .path("barcode", barcode.value())
                .json(body(event.wire().pairs(), sheet))
                .reader(Acknowledgements::read);
    }

    /**
     * Writes a sheet back by issued ticket, for when no barcode is known. Safety IDEMPOTENT_WRITE. Source: the page is DOC, its path INFER from the GET.
     */
    public Call<Acknowledgement> update(EventTicketId eventTicketId, HolderSheet sheet) {
        return event.call("holders.update")
                .path("ticketId", eventTicketId)
                .json(body(event.wire().pairs(), sheet))
                .reader(Acknowledgements::read);
    }

    /**
     * The holder of one ticket with what was paid. Safety READ. Source: R:get-all-available-ticketing-types-1 (DOC), path OLD and INFER.
     */
    public Call<HolderSummary> summary(EventTicketId eventTicketId) {
        return event.call("holders.summary")
                .path("ticketId", eventTicketId)
                .reader(body -> SheetReader.summary(eventTicketId, body));
    }

    static Map<String, @Nullable Object> body(Pairs pairs, HolderSheet sheet) {
        var body = pairs.sections(sheet.answers(), sheet.types());
        body.put("nestedQuestions", sheet.nestedQuestions());
        body.put("seatNumber", sheet.seatNumber());
        return body;
    }
}
