package dev.membersync.eventops.pricing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One pass over the standings: what the steps share, and what they found. */
final class Round {
    private final Snapshot snapshot;
    private final RuleBook book;
    private final Permissions permissions;
    private final List<Standing> standings;
    private final Map<String, String> leaders = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private Memory memory;

    /** A pass over these standings, which are in the order of the book. */
    Round(Snapshot snapshot, RuleBook book, Permissions permissions, List<Standing> standings, Memory memory) {
        this.snapshot = snapshot;
        this.book = book;
        this.permissions = permissions;
        this.standings = standings;
        this.memory = memory;
        for (Standing standing : standings) {
            String group = standing.rule().exclusiveGroup();
            if (standing.active() && !group.isEmpty()) {
                leaders.putIfAbsent(group, standing.rule().id());
            }
        }
    }

    Snapshot snapshot() {
        return snapshot;
    }

    RuleBook book() {
        return book;
    }

    Memory memory() {
        return memory;
    }

    void remember(Memory next) {
        memory = next;
    }

    List<Change> changes() {
        return changes;
    }

    List<String> kept() {
        return kept;
    }

    /** Every rule that applies here, active or not. */
    List<Standing> standings() {
        return standings;
    }

    /** The active rules that come first in their group. */
    Stream<Standing> winners() {
        return standings.stream().filter(this::wins);
    }

    boolean wins(Standing standing) {
        return standing.active()
                && leader(standing).map(standing.rule().id()::equals).orElse(true);
    }

    /** The rule that comes first in this one's group. */
    Optional<String> leader(Standing standing) {
        return Optional.ofNullable(leaders.get(standing.rule().exclusiveGroup()));
    }

    void keep(String what, String why) {
        kept.add(what + " stays as it is: " + why);
    }

    /** Whether one of these is held by an input that is not known; says so. */
    boolean isHeld(String what, Collection<Standing> speakers) {
        Optional<Standing> unknown =
                speakers.stream().filter(standing -> !standing.known()).findFirst();
        unknown.ifPresent(standing -> keep(what, "rule " + standing.rule().ref() + " cannot tell, " + standing.note()));
        return unknown.isPresent();
    }

    /** Whether cooldown, changes of the day and quiet hours of these rules let an object change; says why not. */
    boolean isCalm(String what, String object, Collection<PricingRule> rules) {
        for (PricingRule rule : rules) {
            Optional<String> reason = unrest(object, rule.stability());
            if (reason.isPresent()) {
                keep(what, reason.get() + " (rule " + rule.ref() + ")");
                return false;
            }
        }
        return true;
    }

    private Optional<String> unrest(String object, Stability stability) {
        Instant now = snapshot.now();
        Optional<Instant> free = memory.changedAt(object).map(at -> at.plus(stability.cooldown()));
        if (free.filter(now::isBefore).isPresent()) {
            return Optional.of("it changed lately, and cools down until " + free.get());
        }
        if (memory.changesOn(snapshot.today(), object) >= stability.maxChangesPerDay()) {
            return Optional.of("it changed " + stability.maxChangesPerDay() + " times today, which is the most");
        }
        return stability
                .quiet()
                .filter(quiet -> quiet.holdsAt(now.atZone(snapshot.zone()).toLocalTime()))
                .map(quiet -> "these are quiet hours, from " + quiet.from() + " to " + quiet.to());
    }

    /**
     * Whether the carts that were open when this worsening was decided have ended; remembers when it was decided. With no
     * cart open there is nothing to wait for.
     */
    boolean cartsAreDone(String what, String object, String target, ClassFacts facts, Collection<PricingRule> rules) {
        if (facts.held().isPresent() && facts.held().getAsLong() == 0) {
            return true;
        }
        Instant since = memory.dueSince(object, target).orElse(snapshot.now());
        remember(memory.due(object, target, since));
        Instant free = rules.stream()
                .map(rule -> since.plus(rule.promise().reservation()))
                .max(Instant::compareTo)
                .orElse(since);
        if (snapshot.now().isBefore(free)) {
            keep(what, "carts that are open keep their terms until " + free);
            return false;
        }
        return true;
    }

    /** The route of a change: that of the most careful rule behind it. */
    Route route(Collection<PricingRule> rules, Optional<Experiment> call, boolean large) {
        boolean document = call.isPresent() && call.get() != Experiment.ACCESS_CODES;
        if (document && !permissions.experimental()) {
            return Route.PROPOSE;
        }
        boolean named = call.map(permissions.auto()::contains).orElse(true);
        boolean trusted = rules.stream().allMatch(rule -> rule.mode() == Mode.AUTO || rule.mode() == Mode.SHADOW);
        return trusted && named && !large ? Route.AUTO : Route.APPROVE;
    }

    void change(Change change) {
        changes.add(change);
    }

    static List<String> refs(Collection<PricingRule> rules) {
        return rules.stream().map(PricingRule::ref).distinct().toList();
    }

    static ObjectRef classes(Snapshot snapshot) {
        return new ObjectRef(ObjectKind.CLASSES, snapshot.event());
    }

    /** The facts of a class; says so where it is not in the snapshot. */
    Optional<ClassFacts> facts(String what, String id) {
        Optional<ClassFacts> facts = Optional.ofNullable(snapshot.classes().get(id));
        if (facts.isEmpty()) {
            keep(what, "the event has no ticket class " + id);
        }
        return facts;
    }

    /** Classes in the scopes of standings, in order. */
    static Set<String> classesOf(Stream<Standing> standings) {
        Set<String> ids = new TreeSet<>();
        standings.forEach(standing -> ids.addAll(standing.rule().scope().classes()));
        return ids;
    }
}
