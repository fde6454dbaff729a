package dev.membersync.eventops.pricing;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/**
 * How calm a rule is.
 *
 * @param minDwell how long a rule stays active or inactive before it may change again
 * @param cooldown how long after a change its objects stay as they are
 * @param maxChangesPerDay most changes of one object on a day of the event's zone
 * @param quiet hours in which nothing is changed
 */
public record Stability(Duration minDwell, Duration cooldown, int maxChangesPerDay, Optional<Quiet> quiet) {
    /**
     * Hours of the event's zone, the end not included; over midnight when the start is the later. Equal ends mean never.
     */
    public record Quiet(LocalTime from, LocalTime to) {
        boolean holdsAt(LocalTime time) {
            boolean afterStart = !time.isBefore(from);
            boolean beforeEnd = time.isBefore(to);
            return from.isAfter(to) ? (afterStart || beforeEnd) : (afterStart && beforeEnd);
        }
    }

    public Stability {
        Checks.check(!minDwell.isNegative() && !cooldown.isNegative(), "minDwell and cooldown are not negative");
        Checks.check(maxChangesPerDay >= 1, "maxChangesPerDay is at least 1");
    }

    /** A quarter of an hour of dwell, an hour of cooldown, 4 changes a day, no quiet hours. */
    public static Stability standard() {
        return new Stability(Duration.ofMinutes(15), Duration.ofHours(1), 4, Optional.empty());
    }
}
