package dev.membersync.sync.store;

import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.record.TicketRef;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one read showed of one ticket. An absent part says nothing and leaves what is known.
 *
 * @param ref the names that the read showed
 * @param access whether the ticket admits, when the read says so
 * @param marks what the holder's record showed; unseen fields keep the marks they had
 * @param emailKey the keyed hash of the holder's normalised address, when the read showed one
 * @param nameKey the keyed hash of the holder's name in canonical form, when the read showed one
 * @param ticketTypeId the ticket type, when the read showed it
 * @param tag the member id in our own tag (order note or Member ID answer), when the read showed one
 * @param age an order of age, smaller is older, when the read says so
 * @param generation the number of the scan that read it; a sighting outside a scan carries the last one
 */
public record TicketSighting(
        TicketRef ref,
        Optional<Access> access,
        Map<String, Mark> marks,
        OptionalLong emailKey,
        OptionalLong nameKey,
        Optional<String> ticketTypeId,
        Optional<String> tag,
        OptionalLong age,
        long generation) {
    public TicketSighting {
        marks = Map.copyOf(marks);
    }
}
