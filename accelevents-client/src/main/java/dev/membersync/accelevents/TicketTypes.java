package dev.membersync.accelevents;

import dev.membersync.accelevents.internal.TicketReaders;
import dev.membersync.accelevents.model.FeeLine;
import dev.membersync.accelevents.model.TicketChoice;
import dev.membersync.accelevents.model.TicketSettings;
import dev.membersync.client.Call;
import java.util.List;

/** Ticket types, their stock and their fees. */
public final class TicketTypes {
    private final EventWire event;

    TicketTypes(EventWire event) {
        this.event = event;
    }

    /**
     * The ticket types as staff see them, with the places left; held orders are taken off already. The list stands under {@code ticketTypes} or the misspelt
     * {@code tickeTypes}. Safety READ. Source: D:adding-attendees, R:ticket-module-display-page-setting-1 (DOC).
     */
    public Call<TicketSettings> settings() {
        return event.inOccurrence(Operations.TICKET_SETTINGS).reader(TicketReaders::settings);
    }

    /**
     * What some tickets cost with fees; only needed for priced types. A POST that changes nothing, safety READ. Source: D:adding-attendees (DOC).
     */
    public Call<List<FeeLine>> fees(List<TicketChoice> tickets) {
        return event.call(Operations.FEES).json(event.bodies().fees(tickets)).reader(TicketReaders::fees);
    }
}
