package dev.membersync.eventops.pricing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Places of classes. The rule book says how many a class has without rules; active rules add up on that. Classes that
 * places move between are one pool: it changes as a whole or not at all, so that its sum stays.
 */
final class QuotaStep {
    private final Round round;

    QuotaStep(Round round) {
        this.round = round;
    }

    void run() {
        pools().forEach(this::pool);
    }

    /** Classes whose places rules are about, those joined by a move together. */
    private List<Set<String>> pools() {
        List<Set<String>> pools = new ArrayList<>();
        for (Standing standing : round.standings()) {
            standing.rule()
                    .effects(Effect.SetQuota.class)
                    .limit(1)
                    .forEach(set -> standing.rule().scope().sortedClasses().forEach(id -> join(pools, Set.of(id))));
            standing.rule()
                    .effects(Effect.MoveCapacity.class)
                    .forEach(move -> join(pools, Set.of(move.from(), move.to())));
        }
        return pools;
    }

    private static void join(List<Set<String>> pools, Set<String> ids) {
        Set<String> joined = new TreeSet<>(ids);
        pools.removeIf(pool -> {
            boolean touches = pool.stream().anyMatch(ids::contains);
            if (touches) {
                joined.addAll(pool);
            }
            return touches;
        });
        pools.add(joined);
    }

    private void pool(Set<String> ids) {
        String what = "the number of places of " + (ids.size() == 1 ? "class " : "classes ") + String.join(", ", ids);
        List<Standing> speakers = round.standings().stream()
                .filter(standing ->
                        RuleBook.quotaClasses(standing.rule()).stream().anyMatch(ids::contains))
                .toList();
        List<PricingRule> rules = speakers.stream().map(Standing::rule).toList();
        Map<String, Long> before = new TreeMap<>();
        Map<String, Long> floors = new TreeMap<>();
        if (round.isHeld(what, speakers) || !look(what, ids, before, floors)) {
            return;
        }
        Pool pool = new Pool(round, rules, floors);
        speakers.stream().filter(round::wins).forEach(standing -> pool.set(standing.rule()));
        speakers.forEach(standing -> pool.move(standing.rule(), round.wins(standing)));
        if (!pool.settle()) {
            round.keep(what, "seats that are given away exceed the places that rules leave");
            return;
        }
        apply(what, before, pool, rules);
    }

    /** The places as they are, and below what they may not fall: what is given away, or as they are where that is not known. */
    private boolean look(String what, Set<String> ids, Map<String, Long> before, Map<String, Long> floors) {
        for (String id : ids) {
            Optional<ClassFacts> facts = round.facts(what, id);
            if (facts.isEmpty() || facts.get().capacity().isEmpty()) {
                facts.ifPresent(known -> round.keep(what, "the places of class " + id + " are not known"));
                return false;
            }
            OptionalLong committed = facts.get().committed();
            before.put(id, facts.get().capacity().getAsLong());
            floors.put(id, committed.orElse(before.get(id)));
        }
        return true;
    }

    private void apply(String what, Map<String, Long> before, Pool pool, List<PricingRule> rules) {
        Terms from = Terms.none();
        Terms to = Terms.none();
        List<String> moved = new ArrayList<>();
        long most = 0;
        for (Map.Entry<String, Long> place : pool.places().entrySet()) {
            long old = before.getOrDefault(place.getKey(), 0L);
            if (old != place.getValue()) {
                String name = place.getKey() + ".places";
                from = from.with(name, old);
                to = to.with(name, place.getValue());
                moved.add("class " + place.getKey() + " from " + old + " to " + place.getValue());
                most = Math.max(most, Math.abs(old - place.getValue()));
            }
        }
        if (moved.isEmpty()) {
            return;
        }
        Set<String> objects = new HashSet<>(to.values().keySet());
        if (!objects.stream().sorted().allMatch(object -> round.isCalm(what, object, rules))) {
            return;
        }
        long seats = most;
        boolean large = rules.stream()
                .anyMatch(rule -> rule.approval().aboveSeats().isPresent()
                        && seats > rule.approval().aboveSeats().getAsLong());
        round.change(new Change(
                Round.classes(round.snapshot()),
                Change.Act.SET,
                Optional.of(from),
                to,
                Round.refs(rules),
                pool.notes(),
                round.route(rules, Optional.of(Experiment.PLACES), large),
                "places: " + String.join(", ", moved)));
    }
}
