package dev.membersync.sync.document;

import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.FieldDescription;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.FieldPath;
import dev.membersync.sync.policy.ConflictPolicy.Resolution;
import dev.membersync.sync.policy.FieldConflict;
import dev.membersync.sync.record.FieldInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the tables of workflows. The same mapping and catalogues give the same text, byte for byte. */
final class PageWriter {
    static final String FIELDS = "Fields";
    static final String VALUES = "Values of ";
    static final String FORM = "Form fields";
    static final String CUSTOM = "Custom fields";
    static final String ID = "Id";
    static final String TYPE = "Type";
    static final String REQUIRED = "Required";
    static final String NAME = "Display name";
    static final String OPTIONS = "Options";
    static final String MISSING = "missing";
    static final String SEPARATOR = "; ";

    private static final Instant SOME_DAY = Instant.EPOCH;
    private static final Duration LONG = Duration.ofDays(365);

    private PageWriter() {}

    static Page page(List<Documented> workflows) {
        Map<String, List<Table>> parts = new LinkedHashMap<>();
        workflows.forEach(workflow -> parts.put(workflow.name(), tables(workflow)));
        return new Page(parts);
    }

    private static List<Table> tables(Documented workflow) {
        List<Table> tables = new ArrayList<>();
        tables.add(fields(workflow));
        workflow.mapping().fields().stream()
                .filter(field -> !field.describe().table().isEmpty())
                .map(PageWriter::values)
                .forEach(tables::add);
        tables.add(form(workflow));
        if (!workflow.members().found().isEmpty()
                || !workflow.members().missing().isEmpty()) {
            tables.add(custom(workflow));
        }
        return tables;
    }

    private static Table fields(Documented workflow) {
        return new Table(
                FIELDS,
                List.of(
                        "Field",
                        "Member",
                        "Registration",
                        "Direction",
                        "Strength",
                        "Compared as",
                        "Seen in",
                        "When both changed",
                        REQUIRED),
                workflow.mapping().fields().stream().map(PageWriter::field).toList());
    }

    private static List<String> field(FieldMapper field) {
        FieldDescription description = field.describe();
        return List.of(
                field.name(),
                description.left(),
                description.right(),
                field.direction().word(),
                field.strength().word(),
                description.compared(),
                switch (field.visibility()) {
                    case LIST -> "lists";
                    case ORDER -> "orders";
                    case DETAIL -> "detail only";
                },
                conflicts(field),
                field.requiredToCreate() ? "to register" : "no");
    }

    /** What a policy is, by what it does. */
    private static String conflicts(FieldMapper field) {
        Resolution undated = field.conflicts().resolve(conflict(field, Optional.empty(), Optional.empty()));
        Resolution left =
                field.conflicts().resolve(conflict(field, Optional.of(SOME_DAY.plus(LONG)), Optional.of(SOME_DAY)));
        Resolution right =
                field.conflicts().resolve(conflict(field, Optional.of(SOME_DAY), Optional.of(SOME_DAY.plus(LONG))));
        return left == Resolution.LEFT && right == Resolution.RIGHT
                ? "the later change, else " + winner(undated)
                : winner(undated);
    }

    private static FieldConflict conflict(FieldMapper field, Optional<Instant> left, Optional<Instant> right) {
        return new FieldConflict(field.name(), false, left, right);
    }

    private static String winner(Resolution resolution) {
        return switch (resolution) {
            case LEFT -> "the member";
            case RIGHT -> "the registration";
            case REVIEW -> "a person decides";
        };
    }

    private static Table values(FieldMapper field) {
        boolean back = field.direction() == Direction.RIGHT_TO_LEFT;
        return new Table(
                VALUES + field.name(),
                List.of(back ? "At the registration" : "At the member", back ? "At the member" : "At the registration"),
                field.describe().table().entrySet().stream()
                        .sorted(Comparator.comparing((Map.Entry<String, String> row) ->
                                        row.getKey().equals("*"))
                                .thenComparing(Map.Entry::getKey))
                        .map(row -> List.of(row.getKey(), row.getValue()))
                        .toList());
    }

    private static Table form(Documented workflow) {
        return new Table(
                FORM,
                List.of("Label", ID, TYPE, REQUIRED, "Field"),
                workflow.mapping().fields().stream()
                        .filter(field -> field.formField().isPresent())
                        .map(field -> formRow(workflow, field, field.formField().orElse("")))
                        .sorted(Comparator.comparing((List<String> row) -> row.get(0)))
                        .toList());
    }

    private static List<String> formRow(Documented workflow, FieldMapper field, String label) {
        return workflow.formField(label)
                .map(info -> List.of(label, info.id(), info.type(), info.required() ? "yes" : "no", field.name()))
                .orElseGet(() -> List.of(label, "", MISSING, "", field.name()));
    }

    private static Table custom(Documented workflow) {
        List<List<String>> rows = new ArrayList<>();
        workflow.members().found().forEach((name, info) -> rows.add(customRow(name, info)));
        workflow.members().missing().forEach((name, key) -> rows.add(List.of(place(name), key, "", "", MISSING, "")));
        rows.sort(Comparator.comparing((List<String> row) -> row.get(0)));
        return new Table(CUSTOM, List.of("Place", "Key", ID, NAME, TYPE, OPTIONS), rows);
    }

    private static List<String> customRow(String name, FieldInfo info) {
        return List.of(
                place(name), info.key(), info.id(), info.name(), info.type(), String.join(SEPARATOR, info.options()));
    }

    private static String place(String name) {
        return FieldPath.ofMember(name).toString();
    }
}
