package dev.membersync.examples.benchmarks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The options of one command as they were given, else their defaults. */
public final class Arguments {
    private final Map<String, String> values;

    private Arguments(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads words like {@code --links 1000} or {@code --links=1000}.
     *
     * @param defaults all options there are, without their dashes
     * @throws IllegalArgumentException for an option that is not among them, or one without a value
     */
    public static Arguments parse(Map<String, String> defaults, List<String> words) {
        Map<String, String> values = new HashMap<>(defaults);
        Deque<String> rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            String[] parts = rest.pop().split("=", 2);
            String name = parts[0].startsWith("--") ? parts[0].substring(2) : "";
            if (!defaults.containsKey(name)) {
                throw new IllegalArgumentException(
                        "unknown option " + parts[0] + "; there are " + String.join(", ", flags(defaults)));
            }
            if (parts.length == 1 && rest.isEmpty()) {
                throw new IllegalArgumentException(parts[0] + " needs a value, as in " + parts[0] + " "
                        + (defaults.get(name).isEmpty() ? "FILE" : defaults.get(name)));
            }
            values.put(name, parts.length == 2 ? parts[1] : rest.pop());
        }
        return new Arguments(Map.copyOf(values));
    }

    private static List<String> flags(Map<String, String> defaults) {
        return defaults.keySet().stream().sorted().map(name -> "--" + name).toList();
    }

    /** The value of an option. */
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the command has no option --" + name);
        }
        return value;
    }

    /** The value of an option that is a whole number of at least 1. */
    public int whole(String name) {
        return whole(name, 1);
    }

    /** The value of an option that is a whole number of at least {@code least}; underscores may part its digits. */
    public int whole(String name, int least) {
        String text = text(name).replace("_", "");
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least) {
            throw new IllegalArgumentException("--" + name + " takes a whole number from " + least + " to 999999999");
        }
        return Integer.parseInt(text);
    }
}
