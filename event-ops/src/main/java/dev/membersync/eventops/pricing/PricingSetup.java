package dev.membersync.eventops.pricing;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Everything an engine needs.
 *
 * @param event the address of the event
 * @param zone its time zone
 * @param book the rules
 * @param permissions what may be done without a person
 * @param inputs where snapshots come from
 * @param sides the two systems; one that is missing refuses what is on it
 * @param documents where the engine remembers
 * @param notices where people are told
 * @param time the wall clock
 * @param random draws the words of codes; nobody may foresee it, so a {@link java.security.SecureRandom} outside tests
 */
public record PricingSetup(
        String event,
        ZoneId zone,
        RuleBook book,
        Permissions permissions,
        PricingInputs inputs,
        Map<Side, PricingSide> sides,
        PricingDocuments documents,
        PricingNotices notices,
        InstantSource time,
        RandomGenerator random) {
    public PricingSetup {
        sides = Map.copyOf(sides);
    }
}
