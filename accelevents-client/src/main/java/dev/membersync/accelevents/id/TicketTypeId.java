package dev.membersync.accelevents.id;

/**
 * A kind of ticket; the wire calls it {@code typeId}, {@code ticketTypeId}, {@code ticketingTypeId}, {@code eventTicketTypeId}, {@code newTicketTypeId} or {@code tickettypeid} (DOC, OLD).
 *
 * @param value the number, positive
 */
public record TicketTypeId(long value) {
    /** Refuses what is no id: {@link IllegalArgumentException} for zero and below. */
    public TicketTypeId {
        Check.positive("a ticket type", value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
