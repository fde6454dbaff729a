package dev.membersync.examples.benchmarks.load;

import dev.membersync.testkit.RateRule;
import java.time.Duration;

/**
 * How many calls a service takes in every sliding window.
 *
 * @param calls calls
 * @param seconds length of the window
 */
record Limit(int calls, int seconds) {
    /** What a service takes that refuses nobody. */
    static final Limit NONE = new Limit(1_000_000, 1);

    /** Reads {@code CALLS/SECONDS}. Throws {@link IllegalArgumentException} for anything else. */
    static Limit of(String text) {
        if (!text.matches("[1-9]\\d{0,6}/[1-9]\\d{0,3}")) {
            throw new IllegalArgumentException("--rate takes calls and seconds, such as 100/10, not " + text);
        }
        int slash = text.indexOf('/');
        return new Limit(Integer.parseInt(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    Duration window() {
        return Duration.ofSeconds(seconds);
    }

    double perSecond() {
        return (double) calls / seconds;
    }

    /** The rule of a fake that keeps it; none for {@link #NONE}. */
    RateRule rule() {
        return equals(NONE) ? RateRule.none() : RateRule.of(calls, window());
    }

    @Override
    public String toString() {
        return calls + "/" + seconds;
    }
}
