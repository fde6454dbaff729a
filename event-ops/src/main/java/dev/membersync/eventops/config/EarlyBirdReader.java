package dev.membersync.eventops.config;

import dev.membersync.sync.config.AddedTemplate;
import dev.membersync.sync.config.WorkflowKeys;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads the keys of {@code early-bird-ladder}: prices that end with a date, or when a share is sold. */
final class EarlyBirdReader {
    static final String ID = "early-bird-ladder";
    static final AddedTemplate<PricingConfig> TEMPLATE =
            new AddedTemplate<>(ID, PricingConfig.class, EarlyBirdReader::read);

    private static final Map<String, String> BLAME = Map.of("", "steps", "classes", "classes", "grid", "priceGrid");

    private EarlyBirdReader() {}

    /** One step: its price, the moment that it ends at, and the per cent sold that it ends at. */
    private record Step(BigDecimal price, Optional<String> until, long untilSold) {}

    private static PricingConfig read(WorkflowKeys keys) {
        PricingDraft draft = new PricingDraft(ID, keys);
        List<String> classes = draft.list("classes", "name the ticket types whose price it is");
        String price = draft.needed("price", "write the price after the last step");
        BigDecimal regular = price.isEmpty() ? BigDecimal.ZERO : draft.amount(keys, "price", price);
        long margin = keys.whole("margin", 0, 50, 5);
        boolean announces = keys.word("announceEnds", Map.of("true", true, "false", false), true);
        Optional<String> grid = keys.text("priceGrid");
        List<Step> steps = steps(keys, draft, margin);
        TreeSet<BigDecimal> prices = new TreeSet<>(List.of(regular));
        steps.forEach(step -> prices.add(step.price()));
        Map<String, Object> bounds = new LinkedHashMap<>(Map.of("floor", prices.first(), "ceiling", prices.last()));
        grid.ifPresent(multiples -> bounds.put("grid", multiples));
        for (int i = 0; i < steps.size(); i++) {
            Map<String, Object> rule = rule(draft, i, classes, steps.get(i).price(), bounds);
            rule.putAll(ends(steps.get(i), margin, announces));
            draft.rule(draft.name("step" + (i + 1)), rule);
        }
        Map<String, Object> last = rule(draft, steps.size(), classes, regular, bounds);
        last.put("when", "always");
        draft.rule(draft.name("regular"), last);
        return draft.config(BLAME);
    }

    private static List<Step> steps(WorkflowKeys keys, PricingDraft draft, long margin) {
        List<Step> steps = new ArrayList<>();
        for (WorkflowKeys row : keys.tables("steps")) {
            String price = row.text("price", "");
            Step step = new Step(
                    price.isEmpty() ? BigDecimal.ZERO : draft.amount(row, "price", price),
                    row.text("until"),
                    row.whole("untilSold", 1, 100, 0));
            if (price.isEmpty()) {
                draft.mistake(row, "price", "this key is missing; write the price of the step");
            }
            if (step.until().isEmpty() && step.untilSold() == 0) {
                draft.mistake(
                        row,
                        "until",
                        "a step ends: write until, a local time of the event, or untilSold, per cent, or both");
            }
            if (step.untilSold() > 0 && step.untilSold() <= margin) {
                draft.mistake(row, "untilSold", "it is not above margin, so the step would never begin");
            }
            row.end();
            steps.add(step);
        }
        if (steps.isEmpty()) {
            draft.mistake(
                    "steps", "this key is missing; write a list such as [{price: 80.00, until: \"2026-09-01T00:00\"}]");
        }
        return steps;
    }

    private static Map<String, Object> rule(
            PricingDraft draft, int place, List<String> classes, BigDecimal price, Map<String, Object> bounds) {
        return new LinkedHashMap<>(Map.of(
                "priority", 10 * (place + 1),
                "group", draft.name("ladder"),
                "scope", Map.of("classes", classes),
                "bounds", bounds,
                "effects", List.of(Map.of("setPrice", price))));
    }

    /** When a step begins and ends. Only an end that nothing but a date decides can be announced. */
    private static Map<String, Object> ends(Step step, long margin, boolean announces) {
        Map<String, Object> when = new LinkedHashMap<>();
        List<Object> until = new ArrayList<>();
        step.until().ifPresent(moment -> {
            when.put("now", Map.of("below", moment));
            until.add(Map.of("now", Map.of("atLeast", moment)));
        });
        if (step.untilSold() > 0) {
            when.put("percentSold", Map.of("below", step.untilSold() - margin));
            until.add(Map.of("percentSold", Map.of("atLeast", step.untilSold())));
        }
        Map<String, Object> ends = new LinkedHashMap<>(Map.of("when", when, "until", Map.of("any", until)));
        if (announces && step.untilSold() == 0) {
            step.until().ifPresent(moment -> ends.put("promise", Map.of("announcedUntil", moment)));
        }
        return ends;
    }
}
