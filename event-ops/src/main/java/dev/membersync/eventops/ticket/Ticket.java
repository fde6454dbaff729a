package dev.membersync.eventops.ticket;

/**
 * A ticket with a good signature.
 *
 * @param text its one canonical text, {@code MT1} and capitals; whoever has it can enter: never log it
 * @param body what it says
 * @param key what it was signed with; {@link KeyRecord#eventId()} is its event
 */
public record Ticket(String text, TicketBody body, KeyRecord key) {
    /** The event that it is signed for. */
    public String eventId() {
        return key.eventId();
    }

    /** Without the text. */
    @Override
    public String toString() {
        return "Ticket[" + body + " of " + eventId() + "]";
    }
}
