package dev.membersync.sync.mapping;

import dev.membersync.sync.record.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the value of a mapped field comes from: one place, a text with places in it, or a constant; begun by
 * {@link Fields#from}, {@link Fields#template} and {@link Fields#constant}. Immutable and thread-safe.
 */
public final class FieldSource {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");

    private final String text;
    private final List<FieldPath> paths;
    private final List<String> between;

    /** @param between the texts around the places: one more than there are places */
    private FieldSource(String text, List<FieldPath> paths, List<String> between) {
        this.text = text;
        this.paths = List.copyOf(paths);
        this.between = List.copyOf(between);
    }

    static FieldSource path(FieldPath path) {
        return new FieldSource(path.toString(), List.of(path), List.of("", ""));
    }

    static FieldSource constant(String constant) {
        if (constant.isBlank()) {
            throw new MappingException("a constant needs a text");
        }
        return new FieldSource("the text \"" + constant + "\"", List.of(), List.of(constant));
    }

    static FieldSource template(String template) {
        List<FieldPath> paths = new ArrayList<>();
        List<String> between = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(template);
        int end = 0;
        while (matcher.find()) {
            paths.add(FieldPath.parse(matcher.group(1)));
            between.add(template.substring(end, matcher.start()));
            end = matcher.end();
        }
        between.add(template.substring(end));
        if (paths.isEmpty() || between.stream().anyMatch(text -> text.contains("{") || text.contains("}"))) {
            throw new MappingException(
                    "a template has places in braces, such as \"{member.fullName} ({member.planId})\";"
                            + " a text without any is a constant");
        }
        if (paths.stream().map(FieldPath::isOfMember).distinct().count() > 1) {
            throw new MappingException(
                    "a template takes its places from one side; this one mixes member and registration");
        }
        return new FieldSource("the text \"" + template + "\"", paths, between);
    }

    /**
     * The field that carries this value to a place on the other side: an {@code answer(LABEL)}, {@code member.field(KEY)}
     * or {@code member.planId}.
     *
     * @throws MappingException when it is no such place, or on the same side
     */
    public SimpleField to(String path) {
        return SimpleField.of(this, FieldPath.parse(path));
    }

    /** The places that are read. */
    List<FieldPath> paths() {
        return paths;
    }

    /** The one place that is the whole value. */
    Optional<FieldPath> whole() {
        return paths.size() == 1 && between.stream().allMatch(String::isEmpty)
                ? Optional.of(paths.get(0))
                : Optional.empty();
    }

    /** The value; a text of which a part is missing is missing as that part is. */
    Value read(Function<FieldPath, Value> reader) {
        StringBuilder filled = new StringBuilder(between.get(0));
        Value missing = null;
        for (int i = 0; i < paths.size(); i++) {
            Value value = reader.apply(paths.get(i));
            if (!value.isText() && (missing == null || value.kind().compareTo(missing.kind()) < 0)) {
                missing = value;
            }
            filled.append(value.text().orElse("")).append(between.get(i + 1));
        }
        return missing == null ? Value.of(filled.toString()) : missing;
    }

    /** The source, for people. */
    @Override
    public String toString() {
        return text;
    }
}
