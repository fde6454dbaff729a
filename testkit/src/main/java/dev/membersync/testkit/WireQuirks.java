package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rewrites a finished reply as the quirks of the wire have it, so that no route knows them. */
final class WireQuirks {
    private static final Set<String> IDS = Set.of("id", "tickettypeid");
    private static final Set<String> TOTALS = Set.of("recordsTotal", "recordsFiltered");

    private final AcceleventsSwitches switches;

    WireQuirks(AcceleventsSwitches switches) {
        this.switches = switches;
    }

    FakeReply of(FakeReply reply) {
        boolean json = reply.headers().getOrDefault("content-type", "").startsWith("application/json");
        if (!json || switches.plain()) {
            return reply;
        }
        Object body = Json.value(reply.body());
        if (body instanceof Map<?, ?> map && has(AcceleventsQuirk.EMPTY_ACKNOWLEDGEMENTS) && acknowledgement(map)) {
            return new FakeReply(reply.status(), Map.of(), new byte[0], Ending.COMPLETE, Duration.ZERO);
        }
        FakeReply next = FakeReply.json(status(reply.status(), body), rewritten(reply.status(), body));
        return has(AcceleventsQuirk.TEXT_PLAIN) ? next.with("content-type", "text/plain;charset=UTF-8") : next;
    }

    private boolean has(AcceleventsQuirk quirk) {
        return switches.has(quirk);
    }

    private int status(int status, @Nullable Object body) {
        boolean coded = body instanceof Map<?, ?> map && map.containsKey("errorCode");
        if (coded && status == 406 && has(AcceleventsQuirk.REFUSALS_UNDER_200)) {
            return 200;
        }
        return coded && has(AcceleventsQuirk.CODES_UNDER_400) ? 400 : status;
    }

    private Object rewritten(int status, @Nullable Object body) {
        if (!(body instanceof Map<?, ?> map)) {
            return values(body);
        }
        Map<String, Object> next = new LinkedHashMap<>();
        boolean acknowledgement = acknowledgement(map) && has(AcceleventsQuirk.CAPITAL_ACKNOWLEDGEMENTS);
        boolean refusal = map.containsKey("errorCode") && status == 406 && has(AcceleventsQuirk.REFUSALS_UNDER_200);
        if (refusal) {
            next.put("type", "Fail");
            next.put("message", String.valueOf(map.get("errorMessage")));
        }
        values(map).forEach((name, value) -> {
            String key = acknowledgement ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) : name;
            boolean number = name.equals("errorCode") && has(AcceleventsQuirk.NUMERIC_ERROR_CODES);
            next.put(key, number ? Long.parseLong(String.valueOf(value)) : value);
        });
        if (has(AcceleventsQuirk.TOTALS_LEFT_OUT)) {
            next.keySet().removeAll(TOTALS);
        }
        return next;
    }

    /** An upload answers the name of the picture as message: a word, which must not get lost. */
    private static boolean acknowledgement(Map<?, ?> map) {
        String message = String.valueOf(map.get("message"));
        return map.keySet().equals(Set.of("type", "message"))
                && "Success".equals(map.get("type"))
                && (message.contains(" ") || message.equals("Success"));
    }

    private Map<String, Object> values(Map<?, ?> map) {
        Map<String, Object> next = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            String key = String.valueOf(name);
            boolean text = value instanceof Number && id(key) && has(AcceleventsQuirk.IDS_AS_TEXTS);
            next.put(key, text ? String.valueOf(value) : values(value));
        });
        return next;
    }

    @SuppressWarnings("NullAway") // JSON's null is a value like any other here.
    private Object values(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return values(map);
        }
        if (value instanceof List<?> list) {
            List<Object> next = new ArrayList<>();
            list.forEach(item -> next.add(values(item)));
            return next;
        }
        return value;
    }

    private static boolean id(String key) {
        return IDS.contains(key) || key.endsWith("Id");
    }
}
