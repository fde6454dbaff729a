package dev.membersync.sync.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a field says about itself in the documentation of its mapping. Texts for people, which hold no member's data.
 *
 * @param left what is read of a member, such as {@code member.fullName}
 * @param right what is written at Accelevents, such as {@code answer(Company)}
 * @param compared the form in which two values are compared
 * @param table the rows of a table of values, in their order; empty without one
 */
public record FieldDescription(String left, String right, String compared, Map<String, String> table) {
    /** How texts of a form are compared. */
    static final String AS_TEXT = "one blank for white space";

    public FieldDescription {
        table = Collections.unmodifiableMap(new LinkedHashMap<>(table));
    }

    /** A field without a table. */
    public static FieldDescription of(String left, String right, String compared) {
        return new FieldDescription(left, right, compared, Map.of());
    }

    /** What can be told of any mapper: the names that it says it reads and writes. */
    static FieldDescription of(FieldMapper field) {
        return of(
                places(field.leftReads(), "member."),
                field.formField()
                        .map(label -> "answer(" + label + ")")
                        .orElseGet(() -> places(field.rightReads(), "registration.")),
                "as its mapper says");
    }

    private static String places(Set<String> names, String side) {
        return names.isEmpty()
                ? "computed"
                : names.stream().sorted().map(side::concat).collect(Collectors.joining(", "));
    }
}
