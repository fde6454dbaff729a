package dev.membersync.client.policy;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * What a budget knows at one moment.
 *
 * @param limit the vendor's limit as configured or learned
 * @param allowed how much of it is used at present; less than the limit while others use it too
 * @param used permits granted in the current window
 * @param window the vendor's window
 * @param dailyRemaining calls left today, as far as known
 * @param closedFor how long no permit is granted at all; zero when open
 * @param dailyExhausted whether the reason for that is the quota of the day
 */
public record RateState(
        int limit,
        int allowed,
        int used,
        Duration window,
        OptionalInt dailyRemaining,
        Duration closedFor,
        boolean dailyExhausted) {}
