package dev.membersync.eventops.privacy;

import dev.membersync.sync.record.TicketRef;
import java.util.List;
import java.util.Map;

/** The signed tickets of the check-in. */
public interface OpenTickets {
    /** Nobody signs tickets here. */
    OpenTickets NONE = new OpenTickets() {
        @Override
        public int revoke(String place, TicketRef ticket) {
            return 0;
        }

        @Override
        public List<Map<String, String>> shown(String place, TicketRef ticket) {
            return List.of();
        }
    };

    /**
     * Revokes the signed tickets of a registration; doing it again does nothing.
     *
     * @param place the event, as in {@link EventSide#place}
     * @return how many of its tickets are revoked now
     */
    int revoke(String place, TicketRef ticket);

    /** What the check-in remembers of the signed tickets of a registration, for an export. */
    List<Map<String, String>> shown(String place, TicketRef ticket);
}
