package dev.membersync.sync;

import java.time.Duration;
import java.util.Optional;

/**
 * How the engine runs live. Immutable.
 *
 * @param pollEvery how often feeds are asked that can say what changed; default a minute
 * @param scanEvery how often both lists are read whole; default what a twentieth of {@code dailyCalls} allows, at least a
 *     quarter of an hour
 * @param dailyCalls the calls of a day; default 200,000 (DOC, HighLevel)
 * @param guardWindow the time in which decided operations count against the guards; default an hour
 * @param grace how long a stop waits for the members at work; default 30 seconds
 */
public record LiveOptions(
        Duration pollEvery, Optional<Duration> scanEvery, long dailyCalls, Duration guardWindow, Duration grace) {
    private static final long HIGHLEVEL_DAY = 200_000;

    public LiveOptions {
        if (pollEvery.compareTo(Duration.ofSeconds(1)) < 0 || dailyCalls < 1) {
            throw new IllegalArgumentException("pollEvery is a second at least, dailyCalls a call at least");
        }
    }

    /** The defaults. */
    public static LiveOptions standard() {
        return new LiveOptions(
                Duration.ofMinutes(1), Optional.empty(), HIGHLEVEL_DAY, Duration.ofHours(1), Duration.ofSeconds(30));
    }

    /** Another poll interval. */
    public LiveOptions pollingEvery(Duration every) {
        return new LiveOptions(every, scanEvery, dailyCalls, guardWindow, grace);
    }

    /** Full lists at this interval, whatever they cost. */
    public LiveOptions scanningEvery(Duration every) {
        return new LiveOptions(pollEvery, Optional.of(every), dailyCalls, guardWindow, grace);
    }

    /** Another quota of the day. */
    public LiveOptions withDailyCalls(long calls) {
        return new LiveOptions(pollEvery, scanEvery, calls, guardWindow, grace);
    }

    /** Another patience of a stop. */
    public LiveOptions withGrace(Duration patience) {
        return new LiveOptions(pollEvery, scanEvery, dailyCalls, guardWindow, patience);
    }
}
