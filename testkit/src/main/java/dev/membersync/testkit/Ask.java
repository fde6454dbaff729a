package dev.membersync.testkit;

import dev.membersync.testkit.internal.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request to HIGHLEVEL that passed all checks.
 *
 * @param visit the request
 * @param who whose token it carries
 * @param body the body, or an empty object
 */
record Ask(Visit visit, Principal who, JsonObject body) {
    /** Answers one operation. */
    @FunctionalInterface
    interface Handler {
        FakeReply answer(Ask ask);
    }

    String variable(String name) {
        return visit.variable(name);
    }

    Optional<String> query(String name) {
        return visit.request().parameter(name);
    }

    long number(String name, long fallback) {
        return visit.parameter(name).orElse(fallback);
    }

    Instant now() {
        return visit.now();
    }

    /** Whether the request speaks version 3. */
    boolean v3() {
        return visit.request().header("version").orElse("").equals("v3");
    }

    /** A page of the rows with the list faults of the request. */
    <T> List<T> page(List<T> all, long first, long size) {
        long from = Math.max(0, first - (visit.has(Fault.REPEATED_PAGE) ? size : 0));
        List<T> page = all.stream().skip(from).limit(size).toList();
        return visit.has(Fault.SHORT_PAGE) ? page.subList(0, page.size() / 2) : page;
    }
}
