package dev.membersync.accelevents.ticket;

import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.internal.Acknowledgements;
import dev.membersync.accelevents.internal.EventWire;
import dev.membersync.accelevents.internal.Wire;
import dev.membersync.accelevents.model.Acknowledgement;
import dev.membersync.client.Call;
import dev.membersync.client.Experimental;
import dev.membersync.client.internal.CallBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ticket types, their stock and their fees. */
public final class TicketTypes {
    private final EventWire event;

    /** The ticket types of this event. */
    @SuppressWarnings("exports") // made by the client alone
    public TicketTypes(EventWire event) {
        this.event = event;
    }

    /**
     * The ticket types as staff see them, with the places left; held orders are taken off already. The list stands under {@code ticketTypes} or the misspelt
     * {@code tickeTypes}. Safety READ. Source: D:adding-attendees, R:ticket-module-display-page-setting-1 (DOC).
     */
    public Call<TicketSettings> settings() {
        return event.inOccurrence("ticketTypes.settings").reader(TicketReaders::settings);
    }

    /**
     * The ticket types as a buyer sees them; hidden ones show with their access code. The places left stand under the misspelt {@code remaniningTickets} too (OLD).
     * Safety READ. Source: R:get-available-ticketing-details (DOC).
     *
     * @param accessCode opens hidden types; empty for none. The query spells it in lower case; the vendor's prose has a second spelling with one C less
     */
    public Call<TicketSettings> forBuyers(String accessCode) {
        return withCode("ticketTypes.forBuyers", accessCode).reader(TicketReaders::settings);
    }

    /**
     * What the event's page shows: buttons, prices, times, all in {@link TicketSettings#extra()}; the list of types may be missing from it. Safety READ. Source:
     * R:ticket-module-display-page-setting (DOC).
     *
     * @param accessCode opens hidden types; empty for none
     */
    public Call<TicketSettings> display(String accessCode) {
        return withCode("ticketTypes.display", accessCode).reader(TicketReaders::display);
    }

    /** As {@link #display}, for the attendees' portal. Safety READ. Source: R:ticket-module-display-page-setting-2 (DOC). */
    public Call<TicketSettings> portal(String accessCode) {
        return withCode("ticketTypes.portal", accessCode).reader(TicketReaders::display);
    }

    /**
     * The organiser's document of all ticket types, hidden ones among them, exactly as read. The vendor can filter it by hidden types and by data type; that is not
     * offered, since {@link #save} posts the document back and a part of it might delete the rest. Safety READ. Source: fields R:get-all-available-ticketing-types
     * (DOC), path OLD.
     */
    public Call<TicketTypeDocument> list() {
        return event.inOccurrence("ticketTypes.list").reader(TicketReaders::document);
    }

    /** Rules that hold for all ticket types. Safety READ. Source: R:get-all-ticketing-type-settings (DOC). */
    public Call<TicketRules> rules() {
        return event.inOccurrence("ticketTypes.rules").reader(TicketReaders::rules);
    }

    /**
     * Writes the whole document, without {@code availableTimeZone} and {@code ticketingFee}, as the console of 2017 did; rows whose {@code typeId} is 0 become new types.
     * No vendor page shows this call. Safety ONCE_ONLY: sent twice it makes new types twice. Source: WEB17 (OLD).
     */
    @Experimental
    public Call<Acknowledgement> save(TicketTypeDocument document) {
        return event.inOccurrence("ticketTypes.save").json(document.written()).reader(Acknowledgements::read);
    }

    /** Deletes a ticket type. No vendor page shows this call. Safety IDEMPOTENT_WRITE. Source: WEB17 (OLD). */
    @Experimental
    public Call<Acknowledgement> delete(TicketTypeId ticketTypeId) {
        return event.call("ticketTypes.delete").path("typeId", ticketTypeId).reader(Acknowledgements::read);
    }

    /**
     * What some tickets cost with fees; only needed for priced types. A POST that changes nothing, safety READ. Source: D:adding-attendees (DOC).
     */
    public Call<List<FeeLine>> fees(List<TicketChoice> tickets) {
        return event.call("ticketTypes.fees").json(asked(tickets)).reader(TicketReaders::fees);
    }

    private CallBuilder withCode(String operation, String accessCode) {
        return event.inOccurrence(operation).query("accesscode", Wire.orNone(accessCode));
    }

    /** Numbers travel as texts in the vendor's example of this call (DOC). */
    private static List<Map<String, Object>> asked(List<TicketChoice> tickets) {
        return tickets.stream().map(TicketTypes::asked).toList();
    }

    private static Map<String, Object> asked(TicketChoice ticket) {
        var row = new LinkedHashMap<String, Object>();
        row.put("ticketQuantity", Integer.toString(ticket.quantity()));
        row.put("ticketingTypeId", ticket.ticketTypeId().toString());
        row.put("ticketPrice", ticket.price().toPlainString());
        return row;
    }
}
