package dev.membersync.sync.engine;

import dev.membersync.sync.engine.Pair.LinkStanding;
import dev.membersync.sync.engine.Pair.Side;
import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.Strength;
import dev.membersync.sync.policy.ConflictPolicy;
import dev.membersync.sync.policy.FencePolicy;
import dev.membersync.sync.policy.ReactionPolicy;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.store.Base;
import dev.membersync.sync.store.Base.Written;
import dev.membersync.sync.store.Strife;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All cases of one field, and the engine's words for the letters of the oracle. */
final class Cases {
    static final String FIELD = "name";
    /** The base was shown by both sides, or one of them was written and not seen since. */
    static final String KNOWN_BASE = "";

    static final String SENT_LEFT = "<";
    static final String SENT_RIGHT = ">";
    static final List<String> LETTERS = List.of("U", "-", "0", "A", "B", "C");
    private static final List<String> KNOWN = List.of("-", "0", "A", "B", "C");

    private Cases() {}

    /** Each rule on each pair of letters on each base, confirmed and not. */
    static List<Oracle.Case> all() {
        List<Oracle.Case> cases = new ArrayList<>();
        for (Oracle.Case rule : rules()) {
            for (String left : LETTERS) {
                for (String right : LETTERS) {
                    for (String base : bases()) {
                        cases.add(with(rule, left, right, base, KNOWN_BASE));
                        if (!base.isEmpty()) {
                            cases.add(with(rule, left, right, base, SENT_LEFT));
                            cases.add(with(rule, left, right, base, SENT_RIGHT));
                        }
                    }
                }
            }
        }
        return cases;
    }

    /** Each direction with each strength and conflict policy, on a blank case. */
    static List<Oracle.Case> rules() {
        List<Oracle.Case> rules = new ArrayList<>();
        for (String flow : List.of(">", "<", "=")) {
            for (String strength : List.of("enforce", "change", "ifempty", "create")) {
                for (String winner : List.of("left", "right", "review")) {
                    rules.add(new Oracle.Case("U", "U", "", KNOWN_BASE, flow, strength, winner));
                }
            }
        }
        return rules;
    }

    static Oracle.Case with(Oracle.Case rule, String left, String right, String base, String sent) {
        return new Oracle.Case(left, right, base, sent, rule.flow(), rule.strength(), rule.winner());
    }

    static FieldRule rule(Oracle.Case c) {
        return rule(FIELD, c);
    }

    static FieldRule rule(String name, Oracle.Case c) {
        Direction direction = switch (c.flow()) {
            case ">" -> Direction.LEFT_TO_RIGHT;
            case "<" -> Direction.RIGHT_TO_LEFT;
            default -> Direction.BOTH;
        };
        Strength strength = switch (c.strength()) {
            case "enforce" -> Strength.ENFORCE;
            case "change" -> Strength.ON_CHANGE;
            case "ifempty" -> Strength.IF_EMPTY;
            default -> Strength.ON_CREATE;
        };
        ConflictPolicy conflicts = switch (c.winner()) {
            case "left" -> ConflictPolicy.leftWins();
            case "right" -> ConflictPolicy.rightWins();
            default -> ConflictPolicy.review();
        };
        return new FieldRule(name, direction, strength, conflicts);
    }

    static Verdict merge(Oracle.Case c) {
        return FieldMerge.merge(rule(c), new Pair(LinkStanding.LIVE, side(c.left()), side(c.right()), base(c)));
    }

    static Decide decide(FieldRule... rules) {
        return new Decide(List.of(rules), ReactionPolicy.standard(), FencePolicy.standard());
    }

    static Mark mark(String letter) {
        return switch (letter) {
            case "U" -> Mark.UNSEEN;
            case "-" -> Mark.ABSENT;
            case "0" -> Mark.EMPTY;
            default -> Mark.of(letter.charAt(0));
        };
    }

    static Side side(String letter) {
        return Side.present(Map.of(FIELD, mark(letter)));
    }

    static Map<String, Base> base(Oracle.Case c) {
        return c.base().isEmpty() ? Map.of() : Map.of(FIELD, pair(c));
    }

    static Base pair(Oracle.Case c) {
        Written awaited = switch (c.sent()) {
            case SENT_LEFT -> Written.LEFT;
            case SENT_RIGHT -> Written.RIGHT;
            default -> Written.NOBODY;
        };
        return new Base(mark(c.base().substring(0, 1)), mark(c.base().substring(1)), awaited, Strife.NONE);
    }

    private static List<String> bases() {
        List<String> bases = new ArrayList<>(List.of(""));
        KNOWN.forEach(left -> KNOWN.forEach(right -> bases.add(left + right)));
        return bases;
    }
}
