package dev.membersync.eventops.config;

import dev.membersync.sync.config.AddedTemplate;
import dev.membersync.sync.config.WorkflowKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the keys of {@code capacity-release}: places held for members go on public sale, step by step. */
final class CapacityReleaseReader {
    static final String ID = "capacity-release";
    static final AddedTemplate<PricingConfig> TEMPLATE =
            new AddedTemplate<>(ID, PricingConfig.class, CapacityReleaseReader::read);

    private static final Map<String, String> BLAME = Map.of(
            "",
            "releaseSteps",
            "moveCapacity",
            "from",
            "from",
            "from",
            "to",
            "to",
            "classes",
            "from",
            "atLeast",
            "holdUntil");
    private static final long MOST = 1_000_000;

    private CapacityReleaseReader() {}

    private static PricingConfig read(WorkflowKeys keys) {
        PricingDraft draft = new PricingDraft(ID, keys);
        String from = draft.needed("from", "name the ticket type whose places are held");
        String to = draft.needed("to", "name the ticket type that is on public sale");
        long held = places(keys, draft, "fromPlaces");
        long open = places(keys, draft, "toPlaces");
        Optional<String> until = keys.text("holdUntil");
        Map<Integer, Long> steps = steps(keys, draft);
        if (steps.isEmpty() && until.isEmpty()) {
            draft.mistake(
                    "releaseSteps", "write places by days before the event, such as {30: 10, 7: 20}, or holdUntil");
        }
        if (steps.values().stream().mapToLong(Long::longValue).sum() > held) {
            draft.mistake("releaseSteps", "more places are released than fromPlaces holds");
        }
        if (from.equals(to) && !from.isEmpty()) {
            draft.mistake("to", "this is the ticket type of from; name another one");
        }
        draft.put(
                "classes",
                Map.of(from, Map.of("places", held), to + (from.equals(to) ? " " : ""), Map.of("places", open)));
        if (steps.isEmpty() && held > 0) {
            draft.rule(draft.name("all"), rule(from, to, held, when(until, Optional.empty())));
        }
        steps.forEach((days, places) ->
                draft.rule(draft.name("day" + days), rule(from, to, places, when(until, Optional.of(days)))));
        return draft.config(BLAME);
    }

    private static long places(WorkflowKeys keys, PricingDraft draft, String key) {
        long places = keys.whole(key, 0, MOST, -1);
        if (places < 0) {
            draft.mistake(key, "this key is missing; write how many places the type has before any release");
        }
        return Math.max(places, 0);
    }

    private static Map<Integer, Long> steps(WorkflowKeys keys, PricingDraft draft) {
        Map<Integer, Long> steps = new LinkedHashMap<>();
        keys.rows("releaseSteps").forEach((days, places) -> {
            if (days.matches("\\d{1,4}") && places.matches("[1-9]\\d{0,5}")) {
                steps.put(Integer.parseInt(days), Long.parseLong(places));
            } else {
                draft.mistake(
                        "releaseSteps",
                        "\"" + days + ": " + places + "\" is no number of days with a number of places");
            }
        });
        return steps;
    }

    private static Map<String, Object> when(Optional<String> until, Optional<Integer> days) {
        Map<String, Object> when = new LinkedHashMap<>();
        until.ifPresent(moment -> when.put("now", Map.of("atLeast", moment)));
        days.ifPresent(most -> when.put("daysToEvent", Map.of("atMost", most)));
        return when;
    }

    private static Map<String, Object> rule(String from, String to, long places, Map<String, Object> when) {
        Map<String, Object> move = Map.of("from", from, "to", to, "places", places);
        return Map.of("when", when, "effects", List.of(Map.of("moveCapacity", move)));
    }
}
