package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through a route.
 *
 * @param request the request
 * @param variables decoded path variables by name
 * @param now the time of the effect
 * @param twist the list fault to play, or null
 */
record Visit(
        FakeRequest request,
        Map<String, String> variables,
        Instant now,
        @Nullable Fault twist) {
    /** A path variable; the route's template has it. */
    String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    /** A numeric path variable; -1 when it is not a number, which no id is. */
    long number(String name) {
        String text = variable(name);
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    /** The body as a JSON object. */
    JsonObject body() {
        return Json.object(request.body());
    }

    /** A numeric query parameter; empty when it is missing. */
    OptionalLong parameter(String name) {
        String text = request.query().get(name);
        if (text == null || text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(name + " must be a number");
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    boolean has(Fault fault) {
        return twist == fault;
    }
}
