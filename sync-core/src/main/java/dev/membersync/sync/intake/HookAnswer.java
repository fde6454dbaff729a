package dev.membersync.sync.intake;

import java.time.Duration;
import java.util.Map;

/**
 * How to answer a delivery.
 *
 * @param outcome what became of it
 * @param headers headers to send
 */
public record HookAnswer(HookOutcome outcome, Map<String, String> headers) {
    public HookAnswer {
        headers = Map.copyOf(headers);
    }

    /** An answer without headers. */
    public static HookAnswer of(HookOutcome outcome) {
        return new HookAnswer(outcome, Map.of());
    }

    /** Asks the sender to come again after this time. */
    public static HookAnswer later(Duration wait) {
        return new HookAnswer(
                HookOutcome.DEFERRED, Map.of("Retry-After", Long.toString(Math.max(1, wait.toSeconds()))));
    }

    /** The HTTP status. */
    public int status() {
        return outcome.status();
    }

    /** The body: always empty, because a stranger is told nothing. */
    public String body() {
        return "";
    }
}
