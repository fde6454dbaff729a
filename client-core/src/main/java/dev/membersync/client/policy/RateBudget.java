package dev.membersync.client.policy;

import dev.membersync.client.time.Time;
import java.time.Duration;

/**
 * Grants a permit to each request so that no sliding window of the vendor is exceeded. Never blocks and never sleeps:
 * the caller waits, and knows its own deadline. Safe for use by many threads.
 */
public interface RateBudget {
    /**
     * A permit or a time to ask again.
     *
     * @param granted whether a permit was taken
     * @param delay granted: wait that long, then send; else: wait that long, then ask again
     */
    record Turn(boolean granted, Duration delay) {
        /** Send now. */
        public static final Turn NOW = new Turn(true, Duration.ZERO);

        /** Ask again later. */
        public static Turn later(Duration wait) {
            return new Turn(false, wait);
        }
    }

    /** Asks for one permit. */
    Turn turn(Lane lane);

    /** Tells what came of a permit: once for each request, also when the reply said nothing or none came. */
    void learn(RateSignal signal);

    /** What is known now. */
    RateState state();

    /**
     * A budget that keeps the limit in every sliding window, learns a smaller or larger one from replies, and begins
     * carefully: one call, then paced for a window, because a predecessor of this process may have used the window up.
     */
    static RateBudget of(RateLimit limit, Time time) {
        return new WindowBudget(limit, time);
    }

    /**
     * A budget that all processes that use one credential keep together, in a ledger: as {@link #of}, but no sliding window
     * is exceeded by all of them, the day's quota and refusals are everybody's, and only a credential that nobody used
     * lately begins carefully. Calls of the other processes are not taken for strangers'. Permits are held for 250 ms at
     * most; those of a killed process count as used. {@code turn} may take a round trip to the ledger; when that fails, it
     * throws a {@link dev.membersync.client.error.TransportException} that says that nothing was sent.
     *
     * @param credential a name of the credential that gives nothing of it away
     * @param party whose calls these are: while several parties want more than there is, each gets an equal part
     */
    static RateBudget shared(RateLimit limit, Time time, RateLedger ledger, String credential, String party) {
        return new SharedBudget(limit, time, ledger, credential, party);
    }

    /** A budget that grants everything at once. */
    static RateBudget unlimited() {
        return Unlimited.BUDGET;
    }
}
