package dev.membersync.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Enforces a rate rule on a sliding window. Refused requests do not count. Guarded by the switchboard. */
final class RateGate {
    private static final Duration DAY = Duration.ofDays(1);

    private final RateRule rule;
    private final Deque<Instant> admitted = new ArrayDeque<>();
    private @Nullable Instant dayStart;
    private long today;

    RateGate(RateRule rule) {
        this.rule = rule;
    }

    boolean admit(Instant now) {
        if (dayStart == null || !now.isBefore(dayStart.plus(DAY))) {
            dayStart = now;
            today = 0;
        }
        while (!admitted.isEmpty() && !admitted.getFirst().isAfter(now.minus(rule.window()))) {
            admitted.removeFirst();
        }
        boolean burst = rule.calls() == 0 || admitted.size() < rule.calls();
        boolean quota = rule.daily() == 0 || today < rule.daily();
        if (burst && quota) {
            today++;
            if (rule.calls() > 0) {
                admitted.addLast(now);
            }
        }
        return burst && quota;
    }

    /** Whole seconds until the next place in the window, at least one. */
    long secondsToWait(Instant now) {
        if (admitted.isEmpty()) {
            return 1;
        }
        Duration wait = Duration.between(now, admitted.getFirst().plus(rule.window()));
        return Math.max(1, (wait.toMillis() + 999) / 1000);
    }

    /** The headers of the documented rate limit; none without a burst rule. */
    Map<String, String> headers(Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (rule.calls() > 0) {
            headers.put("x-ratelimit-max", String.valueOf(rule.calls()));
            headers.put("x-ratelimit-remaining", String.valueOf(rule.calls() - admitted.size()));
            headers.put(
                    "x-ratelimit-interval-milliseconds",
                    String.valueOf(rule.window().toMillis()));
        }
        if (rule.daily() > 0) {
            Instant reset = (dayStart == null ? now : dayStart).plus(DAY);
            headers.put("x-ratelimit-limit-daily", String.valueOf(rule.daily()));
            headers.put("x-ratelimit-daily-remaining", String.valueOf(rule.daily() - today));
            headers.put(
                    "x-ratelimit-daily-reset",
                    String.valueOf(Duration.between(now, reset).toMillis()));
        }
        return headers;
    }
}
