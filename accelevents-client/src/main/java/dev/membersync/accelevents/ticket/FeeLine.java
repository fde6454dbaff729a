package dev.membersync.accelevents.ticket;

import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.internal.value.Extras;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What some tickets of one type cost with fees, in major units of the event's currency.
 *
 * @param ticketTypeId the ticket type
 * @param quantity how many tickets
 * @param ticketPrice the price without fees
 * @param totalPayable the price with fees
 * @param platformFees the platform's fees, {@code aeFees}; empty when not shown
 * @param cardFees card fees, {@code ccFees}; empty when not shown
 * @param whiteLabelFees white-label fees, {@code wlFees}; empty when not shown
 * @param extra every other field of the row
 */
public record FeeLine(
        TicketTypeId ticketTypeId,
        long quantity,
        BigDecimal ticketPrice,
        BigDecimal totalPayable,
        Optional<BigDecimal> platformFees,
        Optional<BigDecimal> cardFees,
        Optional<BigDecimal> whiteLabelFees,
        Map<String, Object> extra) {
    public FeeLine {
        extra = Extras.copy(extra);
    }
}
