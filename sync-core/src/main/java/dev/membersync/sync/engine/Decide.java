package dev.membersync.sync.engine;

import dev.membersync.sync.engine.Pair.LinkStanding;
import dev.membersync.sync.engine.Pair.Presence;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.policy.FencePolicy;
import dev.membersync.sync.policy.Match;
import dev.membersync.sync.policy.Reaction;
import dev.membersync.sync.policy.ReactionPolicy;
import dev.membersync.sync.policy.Situation;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.store.Base;
import dev.membersync.sync.store.Base.Written;
import dev.membersync.sync.store.Strife;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The one decision of the engine: pure, total, and the same for a plan and for a run. */
final class Decide {
    private final List<FieldRule> rules;
    private final ReactionPolicy reactions;
    private final Fence fence;

    Decide(List<FieldRule> rules, ReactionPolicy reactions, FencePolicy fences) {
        this.rules = List.copyOf(rules);
        this.reactions = reactions;
        this.fence = new Fence(fences);
    }

    /** Decides about a member without a link. */
    Decision unlinked(Pair.Side left, boolean openIntent, Match match) {
        Situation situation = openIntent
                ? Situation.EXPLAINED
                : left.isGone()
                        ? Situation.BOTH_GONE
                        : match instanceof Match.None
                                ? Situation.UNMATCHED
                                : match instanceof Match.Unique ? Situation.MATCHED : Situation.DISPUTED;
        Reaction reaction = reactions.react(situation);
        return reaction == Reaction.CREATE
                ? decision(situation, reaction, rule -> FieldMerge.create(rule, left.mark(rule.name())))
                : new Decision(situation, reaction, Map.of());
    }

    /** Decides about a pair that is linked, or that is being linked now and has no base yet. */
    Decision linked(Pair pair) {
        Situation situation = situation(pair);
        Reaction reaction = reactions.react(situation);
        return switch (reaction) {
            case MERGE -> merged(situation, reaction, pair);
            case REVIVE ->
                isAlive(pair) ? merged(situation, reaction, pair) : new Decision(situation, Reaction.NOTHING, Map.of());
            default ->
                situation == Situation.FENCED
                        ? decision(situation, reaction, rule -> fence.standing(rule.name(), pair))
                        : new Decision(situation, reaction, Map.of());
        };
    }

    private static boolean isAlive(Pair pair) {
        return !pair.left().isGone() && !pair.right().isGone();
    }

    /** The merge, unless it would go on with a quarrel that the fence policy ends. */
    private Decision merged(Situation situation, Reaction reaction, Pair pair) {
        Map<String, Strife> strife = new LinkedHashMap<>();
        Map<String, Verdict> fields = new LinkedHashMap<>();
        Map<String, Verdict> quarrels = new LinkedHashMap<>();
        for (FieldRule rule : rules) {
            Verdict verdict = FieldMerge.merge(rule, pair);
            Strife now = fence.strife(rule.name(), pair);
            fields.put(rule.name(), verdict);
            if (!now.equals(Fence.known(rule.name(), pair))) {
                strife.put(rule.name(), now);
            }
            if (fence.stops(verdict, now, pair.now())) {
                quarrels.put(rule.name(), Verdict.FENCE);
            }
        }
        Reaction fenced = reactions.react(Situation.FENCED);
        return quarrels.isEmpty() || fenced == Reaction.MERGE
                ? new Decision(situation, reaction, fields, strife)
                : new Decision(Situation.FENCED, fenced, quarrels, strife);
    }

    private Decision decision(Situation situation, Reaction reaction, Function<FieldRule, Verdict> verdict) {
        Map<String, Verdict> fields = new LinkedHashMap<>();
        rules.forEach(rule -> fields.put(rule.name(), verdict.apply(rule)));
        return new Decision(situation, reaction, fields);
    }

    private Situation situation(Pair pair) {
        if (pair.link() == LinkStanding.FENCED) {
            return Situation.FENCED;
        }
        if (pair.link() == LinkStanding.CLOSED) {
            return Situation.TOMBSTONED;
        }
        if (!isAlive(pair)) {
            return loss(pair);
        }
        return isAnotherPerson(pair) ? Situation.IDENTITY : change(pair);
    }

    /** Name and address changed together, neither to what the member shows: a transfer looks like this (F-48). */
    private boolean isAnotherPerson(Pair pair) {
        return Stream.of(Fields.NAME, Fields.EMAIL).allMatch(field -> isReplaced(field, pair));
    }

    private boolean isReplaced(String field, Pair pair) {
        Optional<Base> base = pair.base(field);
        Mark right = pair.right().mark(field);
        return base.isPresent()
                && !pair.answers().containsKey(field)
                && base.get().awaited() != Written.RIGHT
                && FieldMerge.rightChanged(base, right)
                && !right.isBlank()
                && !pair.left().mark(field).agrees(right);
    }

    private Situation loss(Pair pair) {
        if (pair.left().isGone() && pair.right().isGone()) {
            return Situation.BOTH_GONE;
        }
        if (pair.left().presence() == Presence.MERGED) {
            return Situation.LEFT_MERGED;
        }
        if (rules.stream().anyMatch(rule -> edited(rule.name(), pair))) {
            return Situation.GONE_AND_EDITED;
        }
        return pair.left().isGone() ? Situation.LEFT_GONE : Situation.RIGHT_GONE;
    }

    /** Whether the side that is left was edited. Without a base nobody can be said to have edited a field. */
    private static boolean edited(String field, Pair pair) {
        var base = pair.base(field);
        return base.isPresent()
                && (pair.left().isGone()
                        ? FieldMerge.rightChanged(base, pair.right().mark(field))
                        : FieldMerge.leftChanged(base, pair.left().mark(field)));
    }

    private Situation change(Pair pair) {
        Changes changes = new Changes();
        rules.forEach(rule -> changes.count(rule, pair));
        if (changes.conflicts > 0) {
            return Situation.CONFLICT;
        }
        if (changes.left > 0) {
            return changes.right > 0 ? Situation.MERGEABLE : Situation.LEFT_CHANGED;
        }
        if (changes.right > 0) {
            return Situation.RIGHT_CHANGED;
        }
        return changes.agreed > 0 ? Situation.AGREED : Situation.CLEAN;
    }

    /**
     * How many fields changed on the left only, on the right only, on both alike and on both differently. A write that
     * is shown as it was sent counts as agreed: the base moves, nobody changed anything.
     */
    private static final class Changes {
        private int left;
        private int right;
        private int agreed;
        private int conflicts;

        void count(FieldRule rule, Pair pair) {
            var base = pair.base(rule.name());
            var leftMark = pair.left().mark(rule.name());
            var rightMark = pair.right().mark(rule.name());
            boolean leftChanged = FieldMerge.leftChanged(base, leftMark);
            boolean rightChanged = FieldMerge.rightChanged(base, rightMark);
            if (leftChanged && rightChanged) {
                if (leftMark.agrees(rightMark)) {
                    agreed++;
                } else {
                    conflicts++;
                }
            } else if (leftChanged) {
                left++;
            } else if (rightChanged) {
                right++;
            } else if (base.isPresent() && base.get().unconfirmed() && !leftMark.isUnseen() && !rightMark.isUnseen()) {
                agreed++;
            }
        }
    }
}
