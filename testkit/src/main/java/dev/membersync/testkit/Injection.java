package dev.membersync.testkit;

import java.time.Duration;

/**
 * One fault with its particulars.
 *
 * @param fault what goes wrong
 * @param delay for DELAY the wait, for LATE_APPLY the time until the effect, for TOO_MANY_WITH_RETRY_AFTER the seconds announced
 * @param status for STATUS_AFTER_EFFECT and STATUS_BEFORE the HTTP status
 */
public record Injection(Fault fault, Duration delay, int status) {
    /** The fault with its default particulars: 2 s delay, 30 s until a late effect, 1 s to retry after, 502 and 503. */
    public static Injection of(Fault fault) {
        Duration delay = switch (fault) {
            case DELAY -> Duration.ofSeconds(2);
            case LATE_APPLY -> Duration.ofSeconds(30);
            case TOO_MANY_WITH_RETRY_AFTER -> Duration.ofSeconds(1);
            default -> Duration.ZERO;
        };
        return new Injection(fault, delay, fault == Fault.STATUS_BEFORE ? 503 : 502);
    }

    /** The same fault with another duration. */
    public Injection lasting(Duration duration) {
        return new Injection(fault, duration, status);
    }

    /** The same fault with another status. */
    public Injection answering(int otherStatus) {
        return new Injection(fault, delay, otherStatus);
    }
}
