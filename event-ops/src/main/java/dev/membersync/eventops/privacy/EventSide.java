package dev.membersync.eventops.privacy;

import dev.membersync.sync.record.TicketRef;
import java.util.List;
import java.util.Optional;

/**
 * The answers of holders and buyers of one event at Accelevents. A ticket is never deleted, which would refund it. Failures
 * of calls that may pass are thrown as they are. Thread-safe.
 */
public interface EventSide {
    /** The event url, and {@code /occurrence} for a recurring event. */
    String place();

    /** The answers of one side; empty when the ticket or its order is gone, or was never shown by its id. */
    Optional<Sheet> read(TicketRef ticket, Role role);

    /**
     * Overwrites every answer: the name with {@code Erased}, the address with this one, all others with nothing; and reads
     * back.
     *
     * @return what is left, by labels and reasons without values; empty when nothing is
     */
    List<String> overwrite(TicketRef ticket, Role role, String address);

    /** Whose answers. */
    enum Role {
        /** The holder of a ticket. */
        HOLDER,
        /** The buyer of its order. */
        BUYER
    }
}
