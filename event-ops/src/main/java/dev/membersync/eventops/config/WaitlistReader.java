package dev.membersync.eventops.config;

import dev.membersync.sync.config.AddedTemplate;
import dev.membersync.sync.config.WorkflowKeys;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Reads the keys of {@code waitlist-member-first}: free places are offered to members before others. */
final class WaitlistReader {
    static final String ID = "waitlist-member-first";
    static final AddedTemplate<PricingConfig> TEMPLATE =
            new AddedTemplate<>(ID, PricingConfig.class, WaitlistReader::read);

    private WaitlistReader() {}

    private static PricingConfig read(WorkflowKeys keys) {
        PricingDraft draft = new PricingDraft(ID, keys);
        List<String> classes = draft.list("classes", "name the ticket types whose waiting list it is");
        List<String> plans = draft.list("plans", "name the plans whose members come first");
        long places = keys.whole("places", 1, 100_000, 1);
        long lastDays = keys.whole("lastDays", 1, 365, 7);
        String ttl = PricingDraft.span(keys.duration("ttl", Duration.ofHours(24)));
        String lastTtl = PricingDraft.span(keys.duration("lastTtl", Duration.ofHours(4)));
        Map<String, Object> scope = Map.of("classes", classes, "plans", plans);
        Map<String, Object> free = Map.of("below", 100);
        draft.rule(
                draft.name("early"),
                Map.of(
                        "scope", scope,
                        "when", Map.of("percentSold", free, "daysToEvent", Map.of("atLeast", lastDays)),
                        "effects", List.of(Map.of("offerWaitlist", Map.of("places", places, "ttl", ttl)))));
        draft.rule(
                draft.name("late"),
                Map.of(
                        "scope", scope,
                        "when", Map.of("percentSold", free, "daysToEvent", Map.of("between", List.of(0, lastDays))),
                        "effects", List.of(Map.of("offerWaitlist", Map.of("places", places, "ttl", lastTtl)))));
        return draft.config(Map.of("", "classes", "plans", "plans"));
    }
}
