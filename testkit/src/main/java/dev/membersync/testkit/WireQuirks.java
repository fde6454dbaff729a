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
    private static final List<String> HOLD = List.of("orderId", "remainingSeconds");

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
        Map<String, Object> next = map.containsKey("errorCode") ? refusal(status, values(map)) : values(map);
        if (acknowledgement(map) && has(AcceleventsQuirk.CAPITAL_ACKNOWLEDGEMENTS)) {
            next = Json.map("Type", map.get("type"), "Message", map.get("message"));
        }
        return map.keySet().containsAll(TOTALS) ? list(next) : next;
    }

    private Map<String, Object> refusal(int status, Map<String, Object> said) {
        Map<String, Object> next = new LinkedHashMap<>();
        String code = String.valueOf(said.get("errorCode"));
        if (status == 406 && has(AcceleventsQuirk.REFUSALS_UNDER_200)) {
            next.putAll(Json.map("type", "Fail", "message", said.get("errorMessage")));
        }
        if (has(AcceleventsQuirk.OTHER_ERROR_KEYS)) {
            next.putAll(Json.map("code", code, "message", said.get("errorMessage")));
        } else {
            next.putAll(said);
        }
        if (has(AcceleventsQuirk.NUMERIC_ERROR_CODES)) {
            next.computeIfPresent("code", (key, text) -> Long.parseLong(code));
            next.computeIfPresent("errorCode", (key, text) -> Long.parseLong(code));
        }
        return next;
    }

    private Map<String, Object> list(Map<String, Object> page) {
        if (has(AcceleventsQuirk.TOTAL_ELEMENTS)) {
            page.put("totalElements", page.get("recordsFiltered"));
        }
        if (has(AcceleventsQuirk.TOTAL_ELEMENTS) || has(AcceleventsQuirk.TOTALS_LEFT_OUT)) {
            page.keySet().removeAll(TOTALS);
        }
        if (has(AcceleventsQuirk.TOTALS_LEFT_OUT)) {
            page.remove("totalElements");
        }
        return has(AcceleventsQuirk.LISTS_BELOW_RESPONSE) ? Json.map("response", page) : page;
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
        respell(next);
        return next;
    }

    private void respell(Map<String, Object> row) {
        if (row.containsKey("attendee") && row.containsKey("orderId") && has(AcceleventsQuirk.ORDERS_WITHOUT_ID)) {
            row.remove("id");
        }
        if (row.containsKey("paidAmount") && has(AcceleventsQuirk.PAID_WITHOUT_AMOUNT)) {
            row.put("paid", row.remove("paidAmount"));
        }
        if (row.get("purchaseDate") instanceof String date && has(AcceleventsQuirk.OTHER_PURCHASE_DATES)) {
            row.put("purchaseDate", VendorDates.searchTimeStamp(date).toString());
        }
        if (row.containsKey("mandatory") && has(AcceleventsQuirk.SMALL_FIELD_TYPES)) {
            row.computeIfPresent("type", (key, type) -> type.toString().toLowerCase(Locale.ROOT));
        }
        if (row.get("ticketAttribute") instanceof Map<?, ?> form && has(AcceleventsQuirk.HOLD_WITHIN_FORM)) {
            Map<String, Object> within = new LinkedHashMap<>(values(form));
            HOLD.forEach(name -> within.put(name, row.remove(name)));
            row.put("ticketAttribute", within);
        }
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
