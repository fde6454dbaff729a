package dev.membersync.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the service checks before an operation of HIGHLEVEL: a row of a table.
 *
 * @param operation the operation
 * @param scope the scope it needs, or {@code -}
 * @param level what kind of token it takes
 * @param query the query parameters it knows
 * @param body the properties it knows
 */
record Rule(Operation operation, String scope, Level level, List<Field> query, List<Field> body) {
    /** The tokens an operation takes. */
    enum Level {
        /** Of a location. */
        LOCATION,
        /** Of a company. */
        COMPANY,
        /** Of a company, by OAuth. */
        COMPANY_APP,
        /** Of either level. */
        BOTH,
        /** None; clients prove themselves in the body. */
        NONE
    }

    /** A known name; a star behind it says required, then a mark its type: # number, ? flag, [ list, a brace object, ~ anything, none text. */
    record Field(String name, boolean required, char type) {
        static Field of(String text) {
            String name = text.replaceAll("[^A-Za-z0-9]", "");
            char last = text.charAt(text.length() - 1);
            return new Field(name, text.contains("*"), "#?[{~".indexOf(last) >= 0 ? last : '"');
        }

        private List<String> problems(boolean query, @Nullable Object value) {
            List<String> problems = new ArrayList<>();
            if (value == null ? required : !fits(query, value)) {
                problems.add(name + " must be " + expected());
            }
            if (required && (value == null || value.equals(""))) {
                problems.add(name + " should not be empty");
            }
            return problems;
        }

        private boolean fits(boolean query, Object value) {
            return switch (type) {
                case '#' ->
                    value instanceof Number || (query && String.valueOf(value).matches("\\d{1,15}"));
                case '?' ->
                    value instanceof Boolean || (query && String.valueOf(value).matches("true|false"));
                case '[' -> value instanceof List<?>;
                case '{' -> value instanceof Map<?, ?>;
                case '"' -> value instanceof String;
                default -> true;
            };
        }

        private String expected() {
            return switch (type) {
                case '#' -> "a number conforming to the specified constraints";
                case '?' -> "a boolean value";
                case '[' -> "an array";
                case '{' -> "an object";
                default -> "a string";
            };
        }
    }

    /** Reads rows {@code id METHOD path KIND scope LEVEL | query ... | body ...}; a row goes on where the next line starts with a blank. */
    static List<Rule> table(String text) {
        return text.replaceAll("\\n\\s+", " ").lines().map(Rule::row).toList();
    }

    private static Rule row(String line) {
        String[] parts = line.split("\\|", -1);
        String[] head = parts[0].strip().split("\\s+");
        Operation.Kind kind = Operation.Kind.valueOf(head[3]);
        return new Rule(
                new Operation(head[0], head[1], head[2], kind),
                head[4],
                Level.valueOf(head[5].toUpperCase(Locale.ROOT)),
                fields(parts, 1),
                fields(parts, 2));
    }

    private static List<Field> fields(String[] parts, int place) {
        return parts.length <= place
                ? List.of()
                : Stream.of(parts[place].strip().split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .map(Field::of)
                        .toList();
    }

    /** Every complaint of the service about query and body; names that are not known are refused by name. */
    List<String> problems(Map<String, String> sentQuery, Map<String, ?> sentBody) {
        List<String> problems = new ArrayList<>(problems(true, query, sentQuery));
        problems.addAll(problems(false, body, sentBody));
        return problems;
    }

    private static List<String> problems(boolean query, List<Field> known, Map<String, ?> sent) {
        List<String> problems = new ArrayList<>();
        List<String> names = known.stream().map(Field::name).toList();
        for (String name : new TreeSet<>(sent.keySet())) {
            if (!names.contains(name)) {
                problems.add("property " + name + " should not exist");
            }
        }
        known.forEach(field -> problems.addAll(field.problems(query, sent.get(field.name()))));
        return problems;
    }
}
