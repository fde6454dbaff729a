package dev.membersync.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A time of day in a zone. A time that the clocks skip in spring comes as much later as they are put forward; one that they
 * show twice in autumn counts the first time alone: so it comes once on each day.
 *
 * @param at the time of day
 * @param zone whose clocks
 */
public record DailyTime(LocalTime at, ZoneId zone) {
    /** The first time that it comes after an instant. */
    public Instant next(Instant after) {
        LocalDate day = after.atZone(zone).toLocalDate();
        Instant due = on(day);
        while (!due.isAfter(after)) {
            day = day.plusDays(1);
            due = on(day);
        }
        return due;
    }

    /** The day on which it is, at an instant. */
    public LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private Instant on(LocalDate day) {
        return day.atTime(at).atZone(zone).toInstant();
    }
}
