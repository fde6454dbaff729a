package dev.membersync.eventops.config;

import dev.membersync.eventops.pricing.Experiment;
import dev.membersync.memberships.user.MemberStatus;
import dev.membersync.sync.config.AddedWorkflow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One workflow of a template of prices, places and codes. All of them come to rules; those of one event are evaluated
 * together by its {@link PricingOffice}.
 *
 * @param template the template's id
 * @param id its id; default the template's
 * @param event the event url
 * @param occurrence the recurring event id; 0 for an ordinary event
 * @param currency ISO 4217 code of its amounts; empty: that of the event
 * @param rules a rule book as {@link dev.membersync.eventops.pricing.RuleForm} reads it, with ticket types by name or id
 * @param experimental the calls that no vendor page shows and that it may make; any of them allows all after a person
 *     accepted them
 * @param statuses the statuses of current members
 * @param noWaitlist whether the event has no waiting list, so that no place is offered to anybody
 * @param rotating codes that get a new word when the members of a plan change
 * @param allowList the contact list that it keeps
 */
public record PricingConfig(
        String template,
        String id,
        String event,
        long occurrence,
        Optional<String> currency,
        Map<String, Object> rules,
        Set<Experiment> experimental,
        Set<MemberStatus> statuses,
        boolean noWaitlist,
        List<Rotating> rotating,
        Optional<AllowList> allowList)
        implements AddedWorkflow {
    /** The templates that this record holds. */
    public static final List<String> TEMPLATES = List.of(
            "member-discount-codes",
            "member-allow-list",
            "early-bird-ladder",
            "capacity-release",
            "waitlist-member-first",
            "pricing-rules");

    public PricingConfig {
        rules = Map.copyOf(rules);
        experimental = Set.copyOf(experimental);
        statuses = Set.copyOf(statuses);
        rotating = List.copyOf(rotating);
    }

    /**
     * A code that gets a new word when the current members of a plan are others.
     *
     * @param plan the plan
     * @param rule the first half of the ids of the two rules that take turns
     * @param parts what both rules have beside id and condition
     */
    public record Rotating(String plan, String rule, Map<String, Object> parts) {
        public Rotating {
            parts = Map.copyOf(parts);
        }
    }
}
