package dev.membersync.client.policy;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one reply says about the rate limit; {@link #NONE} when it says nothing or no reply came.
 *
 * @param limit calls the vendor allows in a window
 * @param remaining calls left in its current window
 * @param window the window's length
 * @param dailyLimit calls it allows in a day
 * @param dailyRemaining calls left today
 * @param dailyReset how long until the day's quota is full again
 * @param throttled whether the call was refused for its rate (HTTP 429)
 * @param retryAfter how long the vendor asks to wait
 * @param took how long ago the request was sent, so that its counts are at most that old; zero when not known
 */
public record RateSignal(
        OptionalInt limit,
        OptionalInt remaining,
        Optional<Duration> window,
        OptionalInt dailyLimit,
        OptionalInt dailyRemaining,
        Optional<Duration> dailyReset,
        boolean throttled,
        Optional<Duration> retryAfter,
        Duration took) {
    /** A reply without any word about rates. */
    public static final RateSignal NONE = new RateSignal(
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Duration.ZERO);

    /** The same signal from a call that was refused for its rate. */
    public RateSignal refused(Optional<Duration> retryAfter) {
        return new RateSignal(limit, remaining, window, dailyLimit, dailyRemaining, dailyReset, true, retryAfter, took);
    }

    RateSignal withDailyRemaining(int left) {
        return new RateSignal(
                limit, remaining, window, dailyLimit, OptionalInt.of(left), dailyReset, throttled, retryAfter, took);
    }

    /** The same signal of a request that was sent so long ago. */
    public RateSignal took(Duration took) {
        return new RateSignal(
                limit, remaining, window, dailyLimit, dailyRemaining, dailyReset, throttled, retryAfter, took);
    }
}
