package dev.membersync.eventops.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The places of classes that share them, while rules are put together. */
final class Pool {
    /** Places on their way from one class to another: now so many of at most so many. */
    private static final class Flow {
        private final String from;
        private final String to;
        private final long most;
        private long now;

        private Flow(String from, String to, long most, long now) {
            this.from = from;
            this.to = to;
            this.most = most;
            this.now = now;
        }
    }

    private final Map<String, Long> base = new TreeMap<>();
    private final Map<String, Long> regular = new TreeMap<>();
    private final Map<String, Long> floors;
    private final OptionalLong ceiling;
    private final List<Flow> flows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Pool(Round round, List<PricingRule> rules, Map<String, Long> floors) {
        this.floors = floors;
        this.ceiling = rules.stream()
                .flatMapToLong(rule -> rule.bounds().maxQuota().stream())
                .min();
        // The book's constructor made sure that each class which rules give places to is there.
        floors.keySet()
                .forEach(id -> Optional.ofNullable(round.book().regular().get(id))
                        .map(RuleBook.Regular::places)
                        .ifPresent(places -> regular.put(id, places.orElseThrow())));
        base.putAll(regular);
    }

    /** Adds what a rule wants beyond the regular places of its classes. */
    void set(PricingRule rule) {
        rule.effects(Effect.SetQuota.class)
                .forEach(set -> rule.scope()
                        .classes()
                        .forEach(id -> base.computeIfPresent(
                                id, (same, places) -> places + set.places() - regular.getOrDefault(id, 0L))));
    }

    /** Adds the moves of a rule: all of them while it is active, none of them else. */
    void move(PricingRule rule, boolean active) {
        rule.effects(Effect.MoveCapacity.class)
                .filter(move -> base.containsKey(move.from()))
                .forEach(
                        move -> flows.add(new Flow(move.from(), move.to(), move.places(), active ? move.places() : 0)));
    }

    /** Bounds the sum; false when the seats that are given away do not fit in. */
    boolean settle() {
        if (flows.isEmpty()) {
            base.replaceAll((id, places) -> bounded(id, places));
        } else {
            base.replaceAll((id, places) -> Math.max(0, places));
        }
        for (Flow flow : flows) {
            if (ceiling.isPresent()) {
                long excess = place(flow.to) - Math.max(ceiling.getAsLong(), floor(flow.to));
                reduce(flow, Math.max(0, excess));
            }
        }
        // Each round frees places one class further up a chain of moves.
        for (int i = 0; i <= flows.size(); i++) {
            mend();
        }
        return base.keySet().stream().allMatch(id -> place(id) >= floor(id));
    }

    private long bounded(String id, long places) {
        long most = ceiling.isPresent() ? Math.min(places, ceiling.getAsLong()) : places;
        long result = Math.max(floor(id), Math.max(0, most));
        if (result != places) {
            notes.add("class " + id + " gets " + result + " instead of " + places
                    + (result == floor(id) ? ", the seats that are given away" : ", the bound of its rules"));
        }
        return result;
    }

    /** A class that lacks places gives fewer away, the last move first, and then keeps more of what came. */
    private void mend() {
        for (int i = flows.size() - 1; i >= 0; i--) {
            Flow flow = flows.get(i);
            reduce(flow, Math.max(0, floor(flow.from) - place(flow.from)));
        }
        for (Flow flow : flows) {
            long lack = floor(flow.to) - place(flow.to);
            long spare = place(flow.from) - floor(flow.from);
            long more = Math.min(lack, Math.min(spare, flow.most - flow.now));
            if (more > 0) {
                flow.now += more;
                notes.add(more + " more places stay moved from class " + flow.from + " to class " + flow.to
                        + ", where they are given away");
            }
        }
    }

    private void reduce(Flow flow, long by) {
        long less = Math.min(by, flow.now);
        if (less > 0) {
            flow.now -= less;
            notes.add(less + " places fewer are moved from class " + flow.from + " to class " + flow.to
                    + ", for what is given away or bounded");
        }
    }

    private long floor(String id) {
        return floors.getOrDefault(id, 0L);
    }

    private long place(String id) {
        long places = base.getOrDefault(id, 0L);
        for (Flow flow : flows) {
            places += flow.to.equals(id) ? flow.now : 0;
            places -= flow.from.equals(id) ? flow.now : 0;
        }
        return places;
    }

    Map<String, Long> places() {
        Map<String, Long> places = new TreeMap<>();
        base.keySet().forEach(id -> places.put(id, place(id)));
        return places;
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}
