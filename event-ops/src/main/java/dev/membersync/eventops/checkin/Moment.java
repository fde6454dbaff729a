package dev.membersync.eventops.checkin;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When something happened, by the server's clock and to the microsecond: an instant, or an interval where the device's
 * clock was set back.
 *
 * @param from the earliest time that fits what the clocks showed
 * @param at the time by the counter that nobody sets; what facts are ordered by
 * @param to the latest time that fits
 */
public record Moment(Instant from, Instant at, Instant to) {
    public Moment {
        from = from.truncatedTo(ChronoUnit.MICROS);
        at = at.truncatedTo(ChronoUnit.MICROS);
        to = to.truncatedTo(ChronoUnit.MICROS);
    }

    static Moment exact(Instant at) {
        return new Moment(at, at, at);
    }

    static Moment between(Instant at, Instant other) {
        return at.isBefore(other) ? new Moment(at, at, other) : new Moment(other, at, at);
    }

    /** True when the time is known as an interval only. */
    public boolean isInterval() {
        return !from.equals(to);
    }

    /** The time from another moment to this one; negative when this one is earlier. */
    Duration since(Moment other) {
        return Duration.between(other.at, at);
    }
}
