package dev.membersync.eventops.config;

import dev.membersync.sync.config.AddedTemplate;
import dev.membersync.sync.config.WorkflowKeys;
import java.util.List;

/** Reads the keys of {@code pricing-rules}: a whole rule book. */
final class PricingRulesReader {
    static final String ID = "pricing-rules";
    static final AddedTemplate<PricingConfig> TEMPLATE =
            new AddedTemplate<>(ID, PricingConfig.class, PricingRulesReader::read);

    private static final List<String> PARTS = List.of("classes", "targetFill", "maxInputAge", "eligible", "rules");

    private PricingRulesReader() {}

    private static PricingConfig read(WorkflowKeys keys) {
        PricingDraft draft = new PricingDraft(ID, keys);
        PARTS.forEach(part -> keys.plain(part).ifPresent(value -> draft.put(part, value)));
        if (keys.plain("rules").isEmpty()) {
            draft.mistake("rules", "this key is missing; docs/pricing.md shows a list of rules");
        }
        return draft.book();
    }
}
