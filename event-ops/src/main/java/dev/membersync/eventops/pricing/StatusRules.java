package dev.membersync.eventops.pricing;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the status of a membership on a day: an override first, then the first rule that matches. The day is always
 * stated, since the day of a purchase decides its price and the day of the event what is counted; a later lapse never
 * reprices a paid ticket. Immutable.
 *
 * @param rules in order
 * @param currentOverrides overrides that count as current; by default none does but {@code NEW}, {@code ACTIVE} and {@code GRACE}
 */
public record StatusRules(List<StatusRule> rules, Set<MembershipStatus> currentOverrides) {
    public StatusRules {
        rules = List.copyOf(rules);
        currentOverrides = Set.copyOf(currentOverrides);
    }

    /**
     * What a membership is on a day.
     *
     * @param status the status; empty when no rule matches, such as before the first term of somebody who joined long ago
     * @param current whether it counts as current
     * @param asOf the day
     */
    public record Standing(Optional<MembershipStatus> status, boolean current, LocalDate asOf) {}

    /**
     * The usual rules: PENDING while the first term is not paid, NEW for 90 days from joining, ACTIVE within the term,
     * GRACE for 30 days after it, then EXPIRED. NEW, ACTIVE and GRACE are current.
     */
    public static StatusRules standard() {
        Period none = Period.ZERO;
        return new StatusRules(
                List.of(
                        new StatusRule(MembershipStatus.PENDING, Optional.empty(), Optional.empty(), false, true),
                        rule(
                                MembershipStatus.NEW,
                                edge(StatusRule.Date.JOINED, none),
                                edge(StatusRule.Date.JOINED, Period.ofDays(90)),
                                true),
                        rule(
                                MembershipStatus.ACTIVE,
                                edge(StatusRule.Date.STARTS, none),
                                edge(StatusRule.Date.ENDS, none),
                                true),
                        rule(
                                MembershipStatus.GRACE,
                                edge(StatusRule.Date.ENDS, Period.ofDays(1)),
                                edge(StatusRule.Date.ENDS, Period.ofDays(30)),
                                true),
                        rule(
                                MembershipStatus.EXPIRED,
                                edge(StatusRule.Date.ENDS, Period.ofDays(31)),
                                Optional.empty(),
                                false)),
                Set.of(MembershipStatus.NEW, MembershipStatus.ACTIVE, MembershipStatus.GRACE));
    }

    /** The status of a membership on a day. */
    public Standing asOf(Membership membership, LocalDate day) {
        if (membership.override().isPresent()) {
            return new Standing(
                    membership.override(),
                    currentOverrides.contains(membership.override().get()),
                    day);
        }
        return rules.stream()
                .filter(rule -> rule.matches(membership, day))
                .findFirst()
                .map(rule -> new Standing(Optional.of(rule.status()), rule.current(), day))
                .orElse(new Standing(Optional.empty(), false, day));
    }

    private static StatusRule rule(
            MembershipStatus status, Optional<StatusRule.Edge> from, Optional<StatusRule.Edge> to, boolean current) {
        return new StatusRule(status, from, to, current, false);
    }

    private static Optional<StatusRule.Edge> edge(StatusRule.Date date, Period offset) {
        return Optional.of(new StatusRule.Edge(date, offset));
    }
}
