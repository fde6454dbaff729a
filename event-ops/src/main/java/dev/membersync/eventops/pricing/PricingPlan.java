package dev.membersync.eventops.pricing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an evaluation came to. The same snapshot, the same rule versions and the same memory give the same plan and hash.
 *
 * @param event the address of the event
 * @param at the moment of its snapshot
 * @param changes what is to be done, in a fixed order
 * @param shadow what would be done beyond that if the rules on {@link Mode#SHADOW} counted
 * @param trace what became of each rule
 * @param kept what stays as it is although a rule wants otherwise, and why, for people
 * @param objections why nothing at all may be done on this plan; empty as a rule
 * @param hash SHA-256 over snapshot, rule versions and changes, in hex
 */
public record PricingPlan(
        String event,
        Instant at,
        List<Change> changes,
        List<Change> shadow,
        List<RuleTrace> trace,
        List<String> kept,
        List<String> objections,
        String hash) {
    public PricingPlan {
        changes = List.copyOf(changes);
        shadow = List.copyOf(shadow);
        trace = List.copyOf(trace);
        kept = List.copyOf(kept);
        objections = List.copyOf(objections);
    }

    /** The changes of this route. */
    public List<Change> changes(Route route) {
        return changes.stream().filter(change -> change.route() == route).toList();
    }

    /** The part of it that is kept while it waits: the changes, not the texts around them. */
    Terms stored() {
        Terms terms = Terms.of("event", event).with("at", at).with("hash", hash);
        for (int i = 0; i < changes.size(); i++) {
            terms = terms.and(changes.get(i).stored().prefixed("change.%04d.".formatted(i)));
        }
        return terms;
    }

    static PricingPlan read(Terms terms) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; terms.text("change.%04d.kind".formatted(i)).isPresent(); i++) {
            changes.add(Change.read(terms.under("change.%04d.".formatted(i))));
        }
        return new PricingPlan(
                terms.text("event").orElseThrow(),
                terms.instant("at").orElseThrow(),
                changes,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                terms.text("hash").orElseThrow());
    }
}
