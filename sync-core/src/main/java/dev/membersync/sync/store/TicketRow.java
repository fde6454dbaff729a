package dev.membersync.sync.store;

import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.record.TicketRef;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A ticket as last observed, all sightings merged, without personal data.
 *
 * @param row the store's own number, stable for the life of the row
 * @param ref every name that was seen
 * @param access whether it admits
 * @param marks what the holder's record last showed, by field
 * @param emailKey the keyed hash of the holder's normalised address
 * @param nameKey the keyed hash of the holder's name
 * @param ticketTypeId the ticket type
 * @param tag the member id in our own tag
 * @param age smaller is older; {@code Long.MAX_VALUE} when nothing said
 * @param generation the number of the last scan that saw it
 * @param detailed true when a detail read has shown its answers
 */
public record TicketRow(
        long row,
        TicketRef ref,
        Access access,
        Map<String, Mark> marks,
        OptionalLong emailKey,
        OptionalLong nameKey,
        Optional<String> ticketTypeId,
        Optional<String> tag,
        long age,
        long generation,
        boolean detailed) {
    public TicketRow {
        marks = Map.copyOf(marks);
    }
}
