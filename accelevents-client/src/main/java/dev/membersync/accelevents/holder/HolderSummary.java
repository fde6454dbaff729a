package dev.membersync.accelevents.holder;

import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.internal.value.Extras;
import dev.membersync.accelevents.model.Person;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * The holder of one ticket in short.
 *
 * @param eventTicketId the issued ticket
 * @param holder name and address
 * @param ticketType the name of the ticket type
 * @param status the status as it came; its vocabulary is not documented
 * @param paidAmount what was paid in major units of the event's currency; empty when not shown
 * @param extra every other field of the reply
 */
public record HolderSummary(
        EventTicketId eventTicketId,
        Person holder,
        String ticketType,
        String status,
        Optional<BigDecimal> paidAmount,
        Map<String, Object> extra) {
    public HolderSummary {
        extra = Extras.copy(extra);
    }

    @Override
    public String toString() {
        return "HolderSummary[" + eventTicketId + "]";
    }
}
