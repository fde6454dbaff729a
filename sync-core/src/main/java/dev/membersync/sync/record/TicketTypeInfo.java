package dev.membersync.sync.record;

import java.math.BigDecimal;

/**
 * One ticket type of an event, as Accelevents sells it.
 *
 * @param id the ticket type's id
 * @param name its name as people wrote it
 * @param price the price of one ticket, in the event's currency
 * @param remaining how many can still be had when it was read; tickets in an open order are not among them (DOC)
 */
public record TicketTypeInfo(String id, String name, BigDecimal price, long remaining) {
    public TicketTypeInfo {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a ticket type needs an id");
        }
        if (price.signum() < 0) {
            throw new IllegalArgumentException("the ticket type " + id + " has a price below zero");
        }
    }

    /** True when a ticket costs nothing. */
    public boolean isFree() {
        return price.signum() == 0;
    }

    /** True when both cost the same, whatever the number of decimals they are written with. */
    public boolean costsAsMuchAs(TicketTypeInfo other) {
        return price.compareTo(other.price) == 0;
    }
}
