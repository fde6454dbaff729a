package dev.membersync.sync;

import dev.membersync.client.policy.RateLimit;
import java.time.Duration;

/**
 * How long work takes at a rate limit, whatever the machine.
 *
 * @param takes how long
 * @param limit which limit it hangs on: {@code the rate limit}, or {@code the quota of a day}
 */
public record Pace(Duration takes, String limit) {
    /** The pace of so many calls; the quota of a day counts from the second day on. */
    public static Pace of(long calls, RateLimit limit) {
        Duration burst = limit.per().multipliedBy(calls).dividedBy(limit.calls());
        Duration daily = limit.daily().isPresent()
                ? Duration.ofDays((calls - 1) / limit.daily().getAsInt())
                : Duration.ZERO;
        return daily.compareTo(burst) > 0 ? new Pace(daily, "the quota of a day") : new Pace(burst, "the rate limit");
    }

    /** For people, in the largest unit that says something. */
    public String text() {
        long seconds = takes.toSeconds();
        String time = seconds < 120
                ? Math.max(1, seconds) + " s"
                : seconds < 7_200
                        ? takes.toMinutes() + " min"
                        : seconds < 172_800 ? takes.toHours() + " h" : takes.toDays() + " days";
        return (seconds < 1 ? "less than " : "at least ") + time + ", by " + limit;
    }
}
