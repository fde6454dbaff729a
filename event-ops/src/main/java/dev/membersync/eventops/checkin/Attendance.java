package dev.membersync.eventops.checkin;

import dev.membersync.eventops.ticket.Serial;
import java.util.Optional;

/**
 * What the scans of a ticket amount to, as one row: derived from the facts, and the place where two gates that let the same
 * ticket in at once meet.
 *
 * @param serial the ticket
 * @param first the entry that makes the registration one that came; empty while nobody came
 * @param admissions how many entries count
 * @param conflicts how many entries were accepted while the ticket was in
 * @param version counts the changes of this row, from 1
 */
public record Attendance(Serial serial, Optional<FactId> first, int admissions, int conflicts, long version) {
    static Attendance of(Serial serial, Visits visits, long version) {
        return new Attendance(
                serial,
                visits.first().map(timed -> timed.scan().id()),
                visits.admissions().size(),
                visits.conflicts().size(),
                version);
    }
}
