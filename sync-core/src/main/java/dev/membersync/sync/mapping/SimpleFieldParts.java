package dev.membersync.sync.mapping;

import dev.membersync.sync.policy.ConflictPolicy;
import dev.membersync.sync.record.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a {@link SimpleField} was told; every combination that is made here can work. */
record SimpleFieldParts(
        FieldSource source,
        FieldPath target,
        Optional<FieldTable> table,
        List<FieldCondition> conditions,
        Strength strength,
        boolean reversible,
        Optional<ConflictPolicy> policy) {

    static SimpleFieldParts of(FieldSource source, FieldPath target) {
        if (!target.isWritable()) {
            throw new MappingException("nothing is written to " + target + " by such a field; write to answer(LABEL),"
                    + " member.field(KEY) or member.planId");
        }
        source.paths().forEach(path -> checkSide(path, target));
        return new SimpleFieldParts(
                source, target, Optional.empty(), List.of(), Strength.ON_CHANGE, false, Optional.empty());
    }

    private static void checkSide(FieldPath path, FieldPath target) {
        if (path.isOfMember() == target.isOfMember()) {
            throw new MappingException(
                    path + " and " + target + " are on the same side; a field goes from a member to a"
                            + " registration, or from a registration to a member");
        }
    }

    SimpleFieldParts with(FieldTable rows) {
        return new SimpleFieldParts(source, target, Optional.of(rows), conditions, strength, reversible, policy)
                .checked();
    }

    SimpleFieldParts with(FieldCondition condition) {
        checkSide(condition.path(), target);
        List<FieldCondition> more = new ArrayList<>(conditions);
        more.add(condition);
        return new SimpleFieldParts(source, target, table, List.copyOf(more), strength, reversible, policy).checked();
    }

    SimpleFieldParts with(Strength other) {
        return new SimpleFieldParts(source, target, table, conditions, other, reversible, policy).checked();
    }

    SimpleFieldParts with(ConflictPolicy other) {
        return new SimpleFieldParts(source, target, table, conditions, strength, reversible, Optional.of(other));
    }

    SimpleFieldParts bothWays() {
        return new SimpleFieldParts(source, target, table, conditions, strength, true, policy).checked();
    }

    private SimpleFieldParts checked() {
        if (reversible && source.whole().filter(FieldPath::isWritable).isEmpty()) {
            throw new MappingException(source + " cannot be written back; only answer(LABEL), member.field(KEY) and"
                    + " member.planId flow both ways");
        }
        if (reversible && !conditions.isEmpty()) {
            throw new MappingException("a field that flows both ways has no condition: it would hold on one side only");
        }
        if (reversible && table.filter(rows -> !rows.isOneToOne()).isPresent()) {
            throw new MappingException(
                    "a table that is read in both directions is one to one: no word twice, no row \"*\"");
        }
        return this;
    }

    Direction direction() {
        if (reversible) {
            return Direction.BOTH;
        }
        return target.isOfMember() ? Direction.RIGHT_TO_LEFT : Direction.LEFT_TO_RIGHT;
    }

    /** The source, where the conditions hold; elsewhere the record has no such value. */
    Value value(Function<FieldPath, Value> reader) {
        for (FieldCondition condition : conditions) {
            Value seen = reader.apply(condition.path());
            if (!condition.holds(seen)) {
                return seen.isUnseen() ? seen : Value.absent();
            }
        }
        return source.read(reader);
    }

    /** The other side's word for one of the source's; empty when a person has to say. */
    Optional<String> forward(String word) {
        return table.isEmpty() ? Optional.of(word) : table.get().find(word);
    }

    /** The source's word for one of the target's. */
    Optional<String> backward(String word) {
        return table.isEmpty() ? Optional.of(word) : table.get().inverse(word);
    }

    /** A word of the side that is compared, in the table's own spelling. */
    String spelled(String word) {
        if (table.isEmpty()) {
            return word;
        }
        return reversible && target.isOfMember()
                ? table.get().spelledFrom(word)
                : table.get().spelledTo(word);
    }

    /** The words that the table translates. */
    List<String> words() {
        return table.map(FieldTable::words).orElse(List.of());
    }

    /** The shared names of what is read on the side of the source. */
    Set<String> reads() {
        return places().map(FieldPath::sharedName).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<FieldPath> places() {
        return Stream.concat(source.paths().stream(), conditions.stream().map(FieldCondition::path));
    }

    /** The label of the answer that is written, or else of the first one that is read. */
    Optional<String> label() {
        return Stream.concat(Stream.of(target), places())
                .flatMap(path -> path.label().stream())
                .findFirst();
    }

    /** All that decides about values: another signature makes every pair agree anew. */
    String signature() {
        return source + " > " + target
                + table.map(rows -> " by " + new TreeMap<>(rows.rows())).orElse("") + said();
    }

    /** The conditions, for people. */
    String said() {
        return conditions.isEmpty()
                ? ""
                : " where " + conditions.stream().map(FieldCondition::toString).collect(Collectors.joining(" and "));
    }
}
