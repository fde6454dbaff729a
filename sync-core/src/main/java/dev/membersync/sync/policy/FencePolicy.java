package dev.membersync.sync.policy;

import java.time.Duration;

/**
 * When a pair that will not come to rest is stopped: so many writes of one field of it, each rewritten by somebody else,
 * within so long. Writes to the pair stop until a person lets it go on. For example, for a peer with slow automations:
 *
 * <pre>{@code
 * MembersToAttendees.of(desk, types)
 *         .bothWays()
 *         .fences(new FencePolicy(5, Duration.ofHours(1)))
 *         .build();
 * }</pre>
 *
 * @param alternations how many rewritten writes are put up with, 1 to 60
 * @param within how far apart the first and the last of them may be, by the engine's time
 */
public record FencePolicy(int alternations, Duration within) {
    public FencePolicy {
        if (alternations < 1 || alternations > 60 || within.isNegative() || within.isZero()) {
            throw new IllegalArgumentException("a fence needs 1 to 60 alternations and a time above zero");
        }
    }

    /** 3 within 10 minutes. */
    public static FencePolicy standard() {
        return new FencePolicy(3, Duration.ofMinutes(10));
    }
}
