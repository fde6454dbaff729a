package dev.membersync.sync.config;

import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.FieldPath;
import dev.membersync.sync.mapping.FieldSource;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.mapping.MappingException;
import dev.membersync.sync.mapping.SimpleField;
import dev.membersync.sync.mapping.Strength;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Reads {@code map}, the list of fields that need no Java; each becomes an ordinary {@link FieldMapper}. */
final class MapReader {
    private static final List<String> SOURCES = List.of("from", "template", "constant");
    private static final Map<String, Direction> DIRECTIONS =
            Arrays.stream(Direction.values()).collect(Collectors.toMap(Direction::word, word -> word));
    private static final Map<String, Strength> STRENGTHS =
            Arrays.stream(Strength.values()).collect(Collectors.toMap(Strength::word, word -> word));

    private final Section section;
    private final Values values;

    private MapReader(Section section) {
        this.section = section;
        this.values = Values.of(section);
    }

    /** The fields; a mistake is noted with its line, and the field is left out. */
    static List<FieldMapper> read(Section workflow) {
        List<FieldMapper> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section section : workflow.sections("map")) {
            new MapReader(section).field().ifPresent(field -> {
                if (!names.add(field.name())) {
                    section.mistake("to", "two fields write there; give each place one field");
                }
                fields.add(field);
            });
        }
        return List.copyOf(fields);
    }

    private Optional<SimpleField> field() {
        Optional<String> target = section.required("to", "write the place to write to, such as answer(Company)")
                .map(Scalar::value);
        Optional<FieldSource> source = source();
        Map<String, String> table = new LinkedHashMap<>();
        section.section("table").rows().forEach((word, other) -> table.put(word, other.value()));
        Map<String, List<String>> conditions = section.section("when").lists();
        section.shape("to").of(SchemaTypes.like(FieldPath.forms()));
        section.shape("from").of(SchemaTypes.like(FieldPath.forms()));
        Strength strength = values.word("strength", STRENGTHS, Strength.ON_CHANGE);
        Optional<Direction> direction = values.word("direction", DIRECTIONS);
        section.end();
        Optional<SimpleField> field = source.flatMap(from -> target.flatMap(to -> tried("to", () -> from.to(to))));
        if (!table.isEmpty()) {
            field = changed(field, "table", simple -> simple.table(table));
        }
        for (Map.Entry<String, List<String>> row : conditions.entrySet()) {
            field = changed(
                    field,
                    "when",
                    simple -> simple.when(row.getKey(), row.getValue().toArray(String[]::new)));
        }
        return directed(field.map(simple -> simple.strength(strength)), direction, strength);
    }

    private Optional<FieldSource> source() {
        Optional<String> from = values.text("from");
        Optional<String> template = values.text("template");
        Optional<String> constant = values.text("constant");
        List<String> given = SOURCES.stream().filter(section::has).toList();
        if (given.size() != 1) {
            section.mistake(
                    given.isEmpty() ? "from" : given.get(1),
                    (given.isEmpty() ? "nothing says where the value comes from" : "the value comes from one thing")
                            + "; write one of from, template and constant");
            return Optional.empty();
        }
        return from.flatMap(path -> tried("from", () -> Fields.from(path)))
                .or(() -> template.flatMap(text -> tried("template", () -> Fields.template(text))))
                .or(() -> constant.map(Fields::constant));
    }

    private Optional<SimpleField> directed(
            Optional<SimpleField> field, Optional<Direction> direction, Strength strength) {
        if (field.isEmpty() || direction.isEmpty()) {
            return field;
        }
        if (direction.get() == Direction.BOTH) {
            if (strength == Strength.ENFORCE) {
                section.mistake("strength", "a field that flows both ways cannot be enforced: no side could change it");
            }
            return changed(field, "direction", SimpleField::bothWays);
        }
        Direction follows = field.get().direction();
        if (direction.get() != follows) {
            section.mistake(
                    "direction",
                    "from and to say " + follows.word() + "; leave direction out, or exchange from and to");
        }
        return field;
    }

    private Optional<SimpleField> changed(Optional<SimpleField> field, String key, UnaryOperator<SimpleField> change) {
        return field.flatMap(simple -> tried(key, () -> change.apply(simple)));
    }

    private <T> Optional<T> tried(String key, Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (MappingException e) {
            section.mistake(key, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
