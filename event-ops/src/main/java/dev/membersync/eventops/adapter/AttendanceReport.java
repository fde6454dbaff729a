package dev.membersync.eventops.adapter;

import java.time.Instant;

/**
 * What a follow-up found and did.
 *
 * @param due from when on it is done; before, nothing else was looked at
 * @param complete whether Accelevents showed every attendee; else nothing was written
 * @param attended members who were checked in
 * @param noShows members who held a ticket and were not
 * @param unchanged members whose tags are right
 * @param wanted members whose tags are not
 * @param held whether those were more than one run may change, so that nothing was written
 * @param tagged members whose tags were put right
 * @param withoutConsent members who were left out because they want no messages
 */
public record AttendanceReport(
        Instant due,
        boolean complete,
        long attended,
        long noShows,
        long unchanged,
        long wanted,
        boolean held,
        long tagged,
        long withoutConsent) {
    static AttendanceReport notYet(Instant due) {
        return new AttendanceReport(due, true, 0, 0, 0, 0, false, 0, 0);
    }
}
