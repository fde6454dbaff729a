package dev.membersync.accelevents.id;

/**
 * An issued ticket: one ticket of one order; the wire calls it {@code eventTicketingId}, {@code eventTicketId}, {@code ticketId} or {@code ticketingId}, a number in some places and a text in others (DOC).
 *
 * @param value the text, not blank
 */
public record EventTicketId(String value) {
    /** Refuses what is no id: {@link IllegalArgumentException} for a blank text and for zero, which some calls read as every ticket of the order. */
    public EventTicketId {
        Check.ticket("an issued ticket", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
