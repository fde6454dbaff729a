package dev.membersync.eventops.privacy;

import dev.membersync.sync.record.TicketRef;

/**
 * A ticket of a person who is being erased.
 *
 * @param place the event url, and {@code /occurrence} for a recurring event
 * @param ref its names
 * @param ours whether our own note stands on its order
 * @param done whether its answers are overwritten, or it turned out that they cannot be
 */
public record ErasureTicket(String place, TicketRef ref, boolean ours, boolean done) {
    ErasureTicket ended() {
        return new ErasureTicket(place, ref, ours, true);
    }
}
