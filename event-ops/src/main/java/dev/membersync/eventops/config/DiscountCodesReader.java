package dev.membersync.eventops.config;

import dev.membersync.sync.config.AddedTemplate;
import dev.membersync.sync.config.WorkflowKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the keys of {@code member-discount-codes}: one code for each plan. */
final class DiscountCodesReader {
    static final String ID = "member-discount-codes";
    static final AddedTemplate<PricingConfig> TEMPLATE =
            new AddedTemplate<>(ID, PricingConfig.class, DiscountCodesReader::read);

    private static final Map<String, String> BLAME = Map.of(
            "",
            "plans",
            "starts",
            "starts",
            "ends",
            "ends",
            "below",
            "ends",
            "prefix",
            "prefix",
            "products",
            "coupon",
            "coupon",
            "coupon");
    private static final Duration DAY = Duration.ofHours(24);
    private static final String MOMENT = "write a local time of the event such as \"2026-09-01T00:00\"";

    private DiscountCodesReader() {}

    private static PricingConfig read(WorkflowKeys keys) {
        PricingDraft draft = new PricingDraft(ID, keys);
        keys.word("codeScope", Map.of("plan", "plan"), "plan");
        boolean rotates = keys.word("rotateOn", Map.of("roster-change", true, "never", false), true);
        String overlap = PricingDraft.span(keys.duration("overlap", DAY));
        List<String> classes = keys.texts("classes");
        Map<String, Object> terms = terms(keys, draft);
        Map<String, Object> calm = Map.of("cooldown", PricingDraft.span(keys.duration("cooldown", DAY)));
        Map<String, Object> coupon = coupon(keys);
        Map<String, String> plans = keys.rows("plans");
        if (plans.isEmpty()) {
            draft.mistake(
                    "plans", "this key is missing; write what each plan takes off: {gold: \"20 %\", silver: 5.00}");
        }
        plans.forEach((plan, worth) -> {
            String key = draft.name(plan);
            Map<String, Object> scope = Map.of("classes", classes, "plans", List.of(plan));
            List<Object> effects = new ArrayList<>();
            effects.add(Map.of("issueCode", issue(key, worth, terms, keys, draft)));
            if (!coupon.isEmpty()) {
                effects.add(Map.of("coupon", with(coupon, "key", key)));
            }
            draft.rule(
                    key,
                    Map.of(
                            "scope", scope,
                            "when", Map.of("now", Map.of("below", terms.get("ends"))),
                            "stability", calm,
                            "effects", effects));
            if (rotates) {
                Map<String, Object> rotation = Map.of("key", key, "overlap", overlap);
                draft.rotate(
                        plan,
                        key + "-roster",
                        Map.of("scope", scope, "effects", List.of(Map.of("rotateCode", rotation))));
            }
        });
        return draft.config(BLAME);
    }

    private static Map<String, Object> terms(WorkflowKeys keys, PricingDraft draft) {
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put("starts", draft.needed("starts", MOMENT));
        terms.put("ends", draft.needed("ends", MOMENT));
        terms.put("uses", keys.whole("uses", 0, 1_000_000, 0));
        terms.put("usesPerBuyer", keys.whole("usesPerUser", 0, 1_000_000, 1));
        terms.put("prefix", keys.text("prefix").orElse(""));
        return terms;
    }

    private static Map<String, Object> issue(
            String key, String worth, Map<String, Object> terms, WorkflowKeys keys, PricingDraft draft) {
        Map<String, Object> issue = with(terms, "key", key);
        String text = worth.strip();
        if (text.endsWith("%")) {
            issue.put(
                    "percent",
                    draft.amount(
                            keys, "plans", text.substring(0, text.length() - 1).strip()));
        } else {
            issue.put("amount", draft.amount(keys, "plans", text));
        }
        return issue;
    }

    /** Without the key there is no coupon; with it, an empty list of products stands for all. */
    private static Map<String, Object> coupon(WorkflowKeys keys) {
        boolean wanted = keys.flag("coupon");
        List<String> products = keys.texts("couponProducts");
        return wanted ? Map.of("products", products) : Map.of();
    }

    private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }
}
