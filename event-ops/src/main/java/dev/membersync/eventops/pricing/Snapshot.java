package dev.membersync.eventops.pricing;

import dev.membersync.sync.payment.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Both systems as they were at one moment, frozen: everything an evaluation looks at.
 *
 * @param event the address of the event
 * @param zone the event's zone: days, hours and local times are meant there
 * @param now the moment of the evaluation
 * @param eventStart when the event starts
 * @param currency ISO 4217 code of its prices
 * @param channel where is sold
 * @param classes ticket classes by id
 * @param classesAt when they were read
 * @param activeMembers current members by plan; a plan that is not there has none. Empty when they were not read
 * @param membersAt when they were read
 * @param codes the codes that exist, by their word in upper case, with their terms; {@code used} is among them. Empty when they were not read
 */
public record Snapshot(
        String event,
        ZoneId zone,
        Instant now,
        Optional<Instant> eventStart,
        String currency,
        String channel,
        Map<String, ClassFacts> classes,
        Instant classesAt,
        Optional<Map<String, Long>> activeMembers,
        Instant membersAt,
        Optional<Map<String, Terms>> codes) {
    public Snapshot {
        currency = Money.currency(currency).getCurrencyCode();
        classes = Map.copyOf(classes);
        activeMembers = activeMembers.map(Map::copyOf);
        codes = codes.map(Map::copyOf);
    }

    /** A snapshot of classes alone, read now, sold online. */
    public static Snapshot of(
            String event, ZoneId zone, Instant now, Instant start, String currency, Map<String, ClassFacts> classes) {
        return new Snapshot(
                event,
                zone,
                now,
                Optional.of(start),
                currency,
                "online",
                classes,
                now,
                Optional.empty(),
                now,
                Optional.empty());
    }

    LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }

    /** What is older than this, for people. */
    List<String> stale(Duration most) {
        List<String> old = new ArrayList<>();
        addIfOld(old, "the ticket classes", classesAt, most);
        if (activeMembers.isPresent()) {
            addIfOld(old, "the members", membersAt, most);
        }
        return old;
    }

    private void addIfOld(List<String> old, String what, Instant at, Duration most) {
        Duration age = Duration.between(at, now);
        if (age.compareTo(most) > 0 || age.isNegative()) {
            old.add(what + " were read "
                    + (age.isNegative() ? "after the moment of the evaluation" : Spans.text(age) + " ago")
                    + ", and at most " + Spans.text(most) + " ago is allowed");
        }
    }

    /** Canonical text, for the hash of a plan. */
    String text() {
        StringBuilder text = new StringBuilder(String.join(
                "|",
                event,
                zone.getId(),
                now.toString(),
                eventStart.map(Instant::toString).orElse("?"),
                currency,
                channel,
                classesAt.toString(),
                membersAt.toString()));
        new TreeMap<>(classes)
                .forEach((id, facts) ->
                        text.append("\nclass ").append(id).append(' ').append(facts.text()));
        activeMembers.ifPresent(plans -> new TreeMap<>(plans)
                .forEach((plan, count) ->
                        text.append("\nplan ").append(plan).append(' ').append(count)));
        codes.ifPresent(known -> new TreeMap<>(known)
                .forEach((word, terms) ->
                        text.append("\ncode ").append(word).append('\n').append(terms.text())));
        return text.toString();
    }
}
