package dev.membersync.eventops.config;

import dev.membersync.sync.config.AddedTemplate;
import java.util.List;

/** The templates that this module adds to the words of a file. */
public final class EventOpsTemplates implements AddedTemplate.Provider {
    /** Made by {@link java.util.ServiceLoader}. */
    public EventOpsTemplates() {}

    @Override
    public List<AddedTemplate<?>> templates() {
        return List.of(
                IssueTicketsReader.TEMPLATE,
                CheckInReader.TEMPLATE,
                DiscountCodesReader.TEMPLATE,
                AllowListReader.TEMPLATE,
                EarlyBirdReader.TEMPLATE,
                CapacityReleaseReader.TEMPLATE,
                WaitlistReader.TEMPLATE,
                PricingRulesReader.TEMPLATE,
                AttendanceReader.TEMPLATE,
                ErasureReader.TEMPLATE);
    }
}
