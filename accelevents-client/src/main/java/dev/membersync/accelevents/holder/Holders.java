package dev.membersync.accelevents.holder;

import dev.membersync.accelevents.id.Barcode;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.internal.Acknowledgements;
import dev.membersync.accelevents.internal.EventWire;
import dev.membersync.accelevents.internal.Ids;
import dev.membersync.accelevents.internal.People;
import dev.membersync.accelevents.model.Acknowledgement;
import dev.membersync.client.Call;
import dev.membersync.client.internal.Json;
import dev.membersync.client.internal.UnreadableException;
import java.util.List;

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
        return event.call("holders.get").path("ticketId", eventTicketId).reader(HolderSheet::read);
    }

    /**
     * Writes a sheet back by barcode: the one way the vendor says works with an API key. Safety IDEMPOTENT_WRITE. Source:
     * R:update-ticketing-holder-attributes-data-by-barcode-id (DOC), pair spelling OLD and LIVE, {@code seatNumber} INFER.
     */
    public Call<Acknowledgement> updateByBarcode(Barcode barcode, HolderSheet sheet) {
        return event.call("holders.updateByBarcode")
                .path("barcode", barcode.value())
                .json(sheet.body(event.wire().dialect().answerName()))
                .reader(Acknowledgements::read);
    }

    /**
     * Writes a sheet back by issued ticket, for when no barcode is known. Safety IDEMPOTENT_WRITE. Source: the page is DOC, its path INFER from the GET.
     */
    public Call<Acknowledgement> update(EventTicketId eventTicketId, HolderSheet sheet) {
        return event.call("holders.update")
                .path("ticketId", eventTicketId)
                .json(sheet.body(event.wire().dialect().answerName()))
                .reader(Acknowledgements::read);
    }

    /**
     * The holder of one ticket with what was paid. Safety READ. Source: R:get-all-available-ticketing-types-1 (DOC), path OLD and INFER.
     */
    public Call<HolderSummary> summary(EventTicketId eventTicketId) {
        return event.call("holders.summary").path("ticketId", eventTicketId).reader(body -> read(eventTicketId, body));
    }

    private static HolderSummary read(EventTicketId asked, byte[] body) {
        return Json.row(body, List.of("data"), row -> {
            if (!row.has("ticketType") && !row.has("email")) {
                throw new UnreadableException("the reply names no holder");
            }
            return new HolderSummary(
                    Ids.knownText(row, EventTicketId::new, "eventTicketingId", "eventTicketId")
                            .orElse(asked),
                    People.read(row),
                    row.text("ticketType").orElse(""),
                    row.text("status").orElse(""),
                    row.decimal("paidAmount", "paid"),
                    row.rest());
        });
    }
}
