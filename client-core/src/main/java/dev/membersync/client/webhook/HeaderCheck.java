package dev.membersync.client.webhook;

import java.util.List;
import java.util.function.Predicate;

/** The verdict on one header or parameter: absent, there twice, or once with a value that a test decides about. */
final class HeaderCheck {
    private static final String NOT_SIGNED = "N/A";

    private HeaderCheck() {}

    static Verdict of(Delivery delivery, String header, Predicate<String> genuine) {
        return of(delivery.headers().all(header), genuine);
    }

    static Verdict of(List<String> values, Predicate<String> genuine) {
        if (values.isEmpty() || (values.size() == 1 && values.get(0).equals(NOT_SIGNED))) {
            return Verdict.MISSING;
        }
        return values.size() == 1 && genuine.test(values.get(0)) ? Verdict.VALID : Verdict.INVALID;
    }

    static <T> List<T> atLeastOne(List<T> keys, String what) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no " + what + " to verify with");
        }
        return List.copyOf(keys);
    }
}
