package dev.membersync.eventops.pricing;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a quote is asked for: the membership of the person that a rule's subject names, without saying who it is.
 *
 * @param state the membership state at the moment of the purchase, as {@link StatusRules} tells it
 * @param plan the plan
 * @param tenureDays days since joining
 * @param usesThisEvent member benefits used at this event
 * @param usesThisTerm member benefits used in this term
 */
public record Person(
        Optional<MembershipStatus> state,
        Optional<String> plan,
        OptionalLong tenureDays,
        OptionalLong usesThisEvent,
        OptionalLong usesThisTerm) {
    /** Somebody in this state and on this plan, of whom no more is known. */
    public static Person of(MembershipStatus state, String plan) {
        return new Person(
                Optional.of(state),
                Optional.of(plan),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty());
    }
}
