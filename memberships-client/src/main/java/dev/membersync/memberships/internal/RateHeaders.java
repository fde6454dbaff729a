package dev.membersync.memberships.internal;

import dev.membersync.client.http.Headers;
import dev.membersync.client.http.Reply;
import dev.membersync.client.internal.RateReader;
import dev.membersync.client.policy.RateSignal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The vendor's {@code X-RateLimit-*} headers, on every reply (LIVE, memberships-api.md 5). {@code Daily-Reset} is a
 * duration in milliseconds, not a time. A header that is no number says nothing.
 */
public final class RateHeaders implements RateReader {

    private static final String PREFIX = "X-RateLimit-";

    @Override
    public RateSignal read(Reply reply) {
        Headers headers = reply.headers();
        return new RateSignal(
                count(headers, PREFIX + "Max"),
                count(headers, PREFIX + "Remaining"),
                millis(headers, PREFIX + "Interval-Milliseconds").filter(window -> !window.isZero()),
                count(headers, PREFIX + "Limit-Daily"),
                count(headers, PREFIX + "Daily-Remaining"),
                millis(headers, PREFIX + "Daily-Reset"),
                false,
                Optional.empty(),
                Duration.ZERO);
    }

    /** Whether the reply says that nothing is left of the day. */
    static boolean dayIsSpent(Reply reply) {
        return count(reply.headers(), PREFIX + "Daily-Remaining").equals(OptionalInt.of(0));
    }

    private static OptionalInt count(Headers headers, String name) {
        OptionalLong number = number(headers, name);
        return number.isPresent() && number.getAsLong() <= Integer.MAX_VALUE
                ? OptionalInt.of((int) number.getAsLong())
                : OptionalInt.empty();
    }

    private static Optional<Duration> millis(Headers headers, String name) {
        OptionalLong number = number(headers, name);
        return number.isPresent() ? Optional.of(Duration.ofMillis(number.getAsLong())) : Optional.empty();
    }

    private static OptionalLong number(Headers headers, String name) {
        String text = headers.first(name).map(String::strip).orElse("");
        boolean digits = !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
