package dev.membersync.eventops.pricing;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When a rule holds: a small tree of comparisons, without code. */
public sealed interface Condition {
    /** Holds always. */
    static Condition always() {
        return new All(List.of());
    }

    /** Every part holds; none at all holds too. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one part holds. */
    record AnyOf(List<Condition> parts) implements Condition {
        public AnyOf {
            parts = List.copyOf(parts);
            Checks.check(!parts.isEmpty(), "any needs at least one part");
        }
    }

    /** The part does not hold. */
    record Not(Condition part) implements Condition {}

    /** An input compared with something of its type. Words are only equal or not. */
    record Compare(Input input, Comparison comparison, Operand operand) implements Condition {
        public Compare {
            Checks.check(
                    operand.type() == input.kind().type(),
                    input + " is a " + Condition.name(input) + "; compare it with one");
            Checks.check(
                    input.kind().type() != InputKind.Type.TEXT
                            || comparison == Comparison.IS
                            || comparison == Comparison.IS_NOT,
                    input + " is a word; it is or it is not another");
        }
    }

    /** An input at or above the low operand and below the high one. */
    record Between(Input input, Operand low, Operand high) implements Condition {
        public Between {
            Checks.check(
                    low.type() == input.kind().type()
                            && high.type() == input.kind().type()
                            && low.type() != InputKind.Type.TEXT,
                    "between takes two numbers, or two times, as " + input + " is");
        }
    }

    /** A word that is one of these. */
    record In(Input input, Set<String> words) implements Condition {
        public In {
            words = Set.copyOf(words);
            Checks.check(input.kind().type() == InputKind.Type.TEXT, "in takes words; " + input + " is none");
            Checks.check(!words.isEmpty(), "in needs at least one word");
        }
    }

    /** Every input that the tree names. */
    default Set<Input> inputs() {
        return named().collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Input> named() {
        if (this instanceof All all) {
            return all.parts().stream().flatMap(Condition::named);
        }
        if (this instanceof AnyOf any) {
            return any.parts().stream().flatMap(Condition::named);
        }
        if (this instanceof Not not) {
            return not.part().named();
        }
        if (this instanceof Compare compare) {
            return Stream.concat(Stream.of(compare.input()), named(compare.operand()));
        }
        if (this instanceof Between between) {
            return Stream.concat(
                    Stream.of(between.input()), Stream.concat(named(between.low()), named(between.high())));
        }
        return Stream.of(((In) this).input());
    }

    private static Stream<Input> named(Operand operand) {
        return operand instanceof Operand.Of of ? Stream.of(of.input()) : Stream.empty();
    }

    private static String name(Input input) {
        return switch (input.kind().type()) {
            case NUMBER -> "number";
            case MOMENT -> "time";
            case TEXT -> "word";
        };
    }
}
