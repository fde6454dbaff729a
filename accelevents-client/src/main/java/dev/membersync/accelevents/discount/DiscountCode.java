package dev.membersync.accelevents.discount;

import dev.membersync.accelevents.id.DiscountCodeId;
import dev.membersync.accelevents.id.OccurrenceId;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.internal.value.Extras;
import dev.membersync.accelevents.model.WireTime;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A discount code as the list shows it.
 *
 * <p>A use counts when the transaction completes, but an open order blocks it until its hold ends; deleting an order gives the use back, cancelling does not. Uses per
 * buyer are counted by e-mail address and checked at the end of the checkout only (DOC).
 *
 * @param id the id
 * @param code the word buyers type
 * @param type whether the amount is a percentage or a sum
 * @param amount per cent, or a sum in major units of the event's currency
 * @param scope whether it is taken off each ticket or off the order
 * @param used uses so far
 * @param maxUses most uses, 0 for no limit
 * @param maxUsesPerBuyer most uses of one buyer; empty when not shown
 * @param starts first moment, {@link WireTime#CODE_LISTED}, in the event's time zone (INFER)
 * @param ends last moment, likewise
 * @param ticketTypes the ticket types it is for; empty for all
 * @param occurrence the occurrence of a recurring event it is for
 * @param extra every other field of the row
 */
public record DiscountCode(
        DiscountCodeId id,
        String code,
        DiscountType type,
        BigDecimal amount,
        DiscountScope scope,
        long used,
        long maxUses,
        OptionalLong maxUsesPerBuyer,
        WireTime starts,
        WireTime ends,
        List<TicketTypeId> ticketTypes,
        Optional<OccurrenceId> occurrence,
        Map<String, Object> extra) {
    public DiscountCode {
        ticketTypes = List.copyOf(ticketTypes);
        extra = Extras.copy(extra);
    }

    /** Whether the vendor still lets type and amount change: they freeze after the first use (DOC). */
    public boolean isFrozen() {
        return used > 0;
    }

    /**
     * The same code as it is written, to change some of it.
     *
     * @throws IllegalStateException when one of its dates could not be read, so that it cannot be written back
     */
    public NewDiscountCode edit() {
        var same = NewDiscountCode.of(code, type, amount, moment(starts), moment(ends))
                .withTicketTypes(ticketTypes)
                .withUses(maxUses);
        if (!scope.value().isEmpty()) {
            same = same.withScope(scope);
        }
        return maxUsesPerBuyer.isPresent() ? same.withUsesPerBuyer(maxUsesPerBuyer.getAsLong()) : same;
    }

    private LocalDateTime moment(WireTime time) {
        return time.local()
                .orElseThrow(() -> new IllegalStateException(
                        "discount code " + id + " has a date in no known layout: " + time.text()));
    }
}
