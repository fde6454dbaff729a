package dev.membersync.accelevents.ticket;

import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.internal.value.Extras;
import dev.membersync.accelevents.model.WireTime;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One kind of ticket of an event, as the staff view shows it.
 *
 * @param id the ticket type id; the wire calls it {@code typeId}, the guide {@code id} (DOC)
 * @param name the name, which order and attendee rows carry as {@code ticketType}
 * @param kind free, paid or donation
 * @param price the unit price in major units of the event's currency; empty when the row has none
 * @param fee the fee per ticket; empty when the row has none
 * @param remaining places left, held orders already taken off (DOC); empty when the row does not say
 * @param sold tickets sold so far; empty when the row does not say
 * @param minPerBuyer fewest tickets of one order; the wire spells it {@code minTickerPerBuyer}
 * @param maxPerBuyer most tickets of one order; the wire spells it {@code maxTickerPerBuyer}
 * @param bundle whether one ticket admits one person
 * @param starts start of sale, in the event's time zone
 * @param ends end of sale, in the event's time zone
 * @param extra every other field of the row
 */
public record TicketType(
        TicketTypeId id,
        String name,
        TicketKind kind,
        Optional<BigDecimal> price,
        Optional<BigDecimal> fee,
        OptionalLong remaining,
        OptionalLong sold,
        OptionalLong minPerBuyer,
        OptionalLong maxPerBuyer,
        BundleType bundle,
        WireTime starts,
        WireTime ends,
        Map<String, Object> extra) {
    public TicketType {
        extra = Extras.copy(extra);
    }

    /** Whether a ticket certainly costs nothing: a price of zero or, when no price is shown, the word FREE; a donation never does. */
    public boolean isFree() {
        if (kind.equals(TicketKind.DONATION)) {
            return false;
        }
        return price.map(amount -> amount.signum() == 0).orElse(kind.equals(TicketKind.FREE));
    }

    /**
     * Whether an order of this many tickets is possible as far as the row says: within the limits of one order and of the places left. What the row does not say does
     * not count; others may buy meanwhile.
     */
    public boolean allows(int quantity) {
        return quantity >= minPerBuyer.orElse(1)
                && (maxPerBuyer.isEmpty() || quantity <= maxPerBuyer.getAsLong())
                && (remaining.isEmpty() || quantity <= remaining.getAsLong());
    }

    /** The price to name in an order: the price shown, zero for a free type without one. */
    public BigDecimal unitPrice() {
        return price.orElse(BigDecimal.ZERO);
    }
}
