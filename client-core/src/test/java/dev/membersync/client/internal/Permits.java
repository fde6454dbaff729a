package dev.membersync.client.internal;

import dev.membersync.client.policy.Lane;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.policy.RateSignal;
import dev.membersync.client.policy.RateState;
import java.time.Duration;

/** Makes the first {@code waits} askers wait, then grants and counts. */
final class Permits implements RateBudget {
    private final Duration wait;
    int waits;
    int taken;
    int learned;

    Permits(Duration wait) {
        this.wait = wait;
        this.waits = wait.isZero() ? 0 : Integer.MAX_VALUE;
    }

    @Override
    public Turn turn(Lane lane) {
        if (waits-- > 0) {
            return Turn.later(wait);
        }
        taken++;
        return Turn.NOW;
    }

    @Override
    public void learn(RateSignal signal) {
        learned++;
    }

    @Override
    public RateState state() {
        return RateBudget.unlimited().state();
    }
}
