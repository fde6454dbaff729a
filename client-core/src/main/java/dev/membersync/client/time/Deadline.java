package dev.membersync.client.time;

import java.time.Duration;

/**
 * A point on {@link Time#nanos()} after which nobody waits any more.
 *
 * @param atNanos the reading of {@link Time#nanos()} at which it has passed
 */
public record Deadline(long atNanos) {
    /** The deadline that lies the given duration ahead. */
    public static Deadline in(Duration duration, Time time) {
        return new Deadline(time.nanos() + duration.toNanos());
    }

    /** The time left, zero or negative once the deadline has passed. */
    public Duration left(Time time) {
        return Duration.ofNanos(leftNanos(time));
    }

    /** {@link #left} in nanoseconds. */
    public long leftNanos(Time time) {
        return atNanos - time.nanos();
    }
}
