package dev.membersync.eventops.pricing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An evaluation of all rules on one snapshot: a pure function, without clock, chance or call. The order in which rules are
 * stored does not matter.
 *
 * @param plan what it came to
 * @param memory what is to be remembered, the plan not carried out yet
 */
public record Evaluation(PricingPlan plan, Memory memory) {
    /** Evaluates a book on a snapshot, with what is remembered of the event. */
    public static Evaluation of(RuleBook book, Snapshot snapshot, Memory memory, Permissions permissions) {
        List<Standing> standings = book.rules().stream()
                .flatMap(rule -> Standing.of(rule, snapshot, book, memory).stream())
                .toList();
        List<Standing> live = standings.stream()
                .filter(standing -> standing.rule().mode() != Mode.SHADOW)
                .toList();
        Round round = walk(new Round(snapshot, book, permissions, live, memory));
        List<Change> changes = round.changes();
        List<Change> shadow = List.of();
        if (live.size() < standings.size()) {
            Round whole = walk(new Round(snapshot, book, permissions, standings, memory));
            shadow = whole.changes().stream()
                    .filter(change -> changes.stream().noneMatch(same -> isSame(same, change)))
                    .toList();
        }
        List<String> objections = snapshot.stale(book.maxInputAge());
        PricingPlan plan = new PricingPlan(
                snapshot.event(),
                snapshot.now(),
                changes,
                shadow,
                trace(book, standings, round),
                round.kept(),
                objections,
                hash(book, snapshot, changes));
        return new Evaluation(plan, objections.isEmpty() ? remembered(snapshot, standings, round.memory()) : memory);
    }

    private static Round walk(Round round) {
        new QuotaStep(round).run();
        new SaleStep(round).run();
        new PriceStep(round).run();
        new CodeStep(round).run();
        new ErrandStep(round).run();
        return round;
    }

    private static boolean isSame(Change one, Change other) {
        return one.object().equals(other.object()) && one.after().equals(other.after());
    }

    private static Memory remembered(Snapshot snapshot, List<Standing> standings, Memory memory) {
        Memory next = memory;
        for (Standing standing : standings) {
            next = standing.remembered(next);
        }
        for (Map.Entry<String, ClassFacts> facts : new TreeMap<>(snapshot.classes()).entrySet()) {
            if (facts.getValue().sold().isPresent()) {
                next = next.sold(
                        facts.getKey(),
                        snapshot.classesAt(),
                        facts.getValue().sold().getAsLong());
            }
        }
        return next;
    }

    private static List<RuleTrace> trace(RuleBook book, List<Standing> standings, Round round) {
        List<RuleTrace> trace = new ArrayList<>();
        for (PricingRule rule : book.rules()) {
            trace.add(standings.stream()
                    .filter(standing -> standing.rule().equals(rule))
                    .findFirst()
                    .map(standing -> trace(standing, round))
                    .orElseGet(() -> new RuleTrace(
                            rule.ref(),
                            RuleTrace.State.NOT_HERE,
                            "it is off, or about another event, channel or currency")));
        }
        return trace;
    }

    private static RuleTrace trace(Standing standing, Round round) {
        String ref = standing.rule().ref();
        if (!standing.known()) {
            return new RuleTrace(ref, RuleTrace.State.UNKNOWN, standing.note());
        }
        if (standing.active() && standing.rule().mode() != Mode.SHADOW && !round.wins(standing)) {
            String first = round.leader(standing).orElse("");
            return new RuleTrace(
                    ref,
                    RuleTrace.State.YIELDS,
                    "rule " + first + " comes first in " + standing.rule().exclusiveGroup());
        }
        RuleTrace.State state = standing.active() ? RuleTrace.State.ACTIVE : RuleTrace.State.INACTIVE;
        return new RuleTrace(ref, state, standing.note());
    }

    private static String hash(RuleBook book, Snapshot snapshot, List<Change> changes) {
        StringBuilder text = new StringBuilder(snapshot.text());
        book.rules().forEach(rule -> text.append("\nrule ").append(rule.ref()));
        changes.forEach(change -> text.append("\nchange ").append(change.text()));
        return hex(text.toString());
    }

    static String hex(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
