package dev.membersync.sync.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What single values look like to an editor, in the words of JSON Schema. Every value may be a variable instead. */
final class SchemaTypes {
    /** Any single value; YAML takes some texts for numbers or truth values. */
    static final Map<String, Object> TEXT = Map.of("type", List.of("string", "number", "boolean"));

    /** A table or a list with a grammar of its own. */
    static final Map<String, Object> TREE = Map.of("type", List.of("array", "object"));

    /** Where {@link #VARIABLE} stands in the schema. */
    static final String VARIABLE_NAME = "variable";

    /** {@code ${NAME}}, alone or within a text. */
    static final Map<String, Object> VARIABLE = ordered("type", "string", "pattern", "\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}");

    private static final Map<String, Object> ELSE = Map.of("$ref", "#/$defs/" + VARIABLE_NAME);

    private SchemaTypes() {}

    static Map<String, Object> url() {
        return orVariable(ordered("type", "string", "pattern", "^https?://"));
    }

    /** Any single value, of which these are forms. */
    static Map<String, Object> like(List<String> forms) {
        Map<String, Object> type = new LinkedHashMap<>(TEXT);
        type.put("examples", forms);
        return type;
    }

    /** One of these words. */
    static Map<String, Object> words(Collection<String> words) {
        return orVariable(
                Map.of("enum", words.stream().sorted().map(SchemaTypes::word).toList()));
    }

    /** A word as YAML reads it. */
    static Object word(String word) {
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> word;
        };
    }

    static Map<String, Object> whole(long least, long most) {
        Map<String, Object> number = ordered("type", "integer", "minimum", least);
        if (most < Long.MAX_VALUE) {
            number.put("maximum", most);
        }
        return ordered("anyOf", List.of(number, ordered("type", "string", "pattern", "^[0-9][0-9_]*$"), ELSE));
    }

    static Map<String, Object> matching(Pattern pattern) {
        return orVariable(ordered("type", "string", "pattern", "^\\s*(?:" + pattern.pattern() + ")\\s*$"));
    }

    private static Map<String, Object> orVariable(Map<String, Object> type) {
        return ordered("anyOf", List.of(type, ELSE));
    }

    /** A map in this order. */
    static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
