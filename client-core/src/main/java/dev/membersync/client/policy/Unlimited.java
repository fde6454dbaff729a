package dev.membersync.client.policy;

import java.time.Duration;
import java.util.OptionalInt;

final class Unlimited implements RateBudget {
    static final RateBudget BUDGET = new Unlimited();
    private static final RateState STATE = new RateState(
            Integer.MAX_VALUE, Integer.MAX_VALUE, 0, Duration.ofSeconds(1), OptionalInt.empty(), Duration.ZERO, false);

    private Unlimited() {}

    @Override
    public Turn turn(Lane lane) {
        return Turn.NOW;
    }

    @Override
    public void learn(RateSignal signal) {}

    @Override
    public RateState state() {
        return STATE;
    }
}
