package dev.membersync.eventops.pricing;

import java.util.Set;
import java.util.TreeSet;

/**
 * Where a rule applies. Counters in its condition are those of its classes together.
 *
 * @param events addresses of events; empty for all
 * @param classes ids of ticket classes; empty only for a rule without effects on classes
 * @param plans plans of members; empty for everyone. A price for plans is an offer for a person: it shows in a quote and never becomes the price of a class
 * @param channel where is sold, such as {@code online}; empty for all
 * @param currency ISO 4217 code of all its money
 */
public record Scope(Set<String> events, Set<String> classes, Set<String> plans, String channel, String currency) {
    public Scope {
        events = Set.copyOf(events);
        classes = Set.copyOf(classes);
        plans = Set.copyOf(plans);
        classes.forEach(id -> Checks.name("the id of a ticket class", id));
        plans.forEach(plan -> Checks.check(
                !plan.isBlank() && plan.indexOf('|') < 0 && plan.indexOf(',') < 0, "a plan has no | and no comma"));
    }

    /** These classes of every event, for everyone. */
    public static Scope of(String currency, String... classes) {
        return new Scope(Set.of(), Set.of(classes), Set.of(), "", currency);
    }

    boolean hasEvent(String event) {
        return events.isEmpty() || events.contains(event);
    }

    boolean hasChannel(String sold) {
        return channel.isEmpty() || channel.equals(sold);
    }

    Set<String> sortedClasses() {
        return new TreeSet<>(classes);
    }
}
