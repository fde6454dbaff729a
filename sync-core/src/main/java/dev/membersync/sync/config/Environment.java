package dev.membersync.sync.config;

import dev.membersync.sync.text.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills the variables of the environment into values. */
final class Environment {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)\\}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Function<String, @Nullable String> variables;
    private final Set<String> known;
    private final String missing;

    private Environment(Function<String, @Nullable String> variables, Set<String> known, String missing) {
        this.variables = variables;
        this.known = known;
        this.missing = missing;
    }

    /** Those of a process. */
    static Environment of(Map<String, String> variables) {
        Map<String, String> copy = Map.copyOf(variables);
        return new Environment(
                copy::get,
                copy.keySet(),
                "the environment variable %1$s is %2$s; set it before this starts: export %1$s=... in a shell, or"
                        + " %1$s=... in the environment of a service or container");
    }

    /** Those of an application, which may have them from anywhere. */
    static Environment of(Function<String, @Nullable String> variables) {
        return new Environment(
                variables, Set.of(), "the variable %1$s is %2$s; set it where this application has its settings from");
    }

    /** The text with every {@code ${NAME}} replaced; a variable that is not set is a mistake and becomes empty. */
    String fill(String raw, int line, String path, Mistakes mistakes) {
        if (raw.lastIndexOf("${") > raw.lastIndexOf('}')) {
            mistakes.add(line, path, "${ is not closed; write ${NAME}");
            return "";
        }
        Matcher matcher = VARIABLE.matcher(raw);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String value = value(matcher.group(1), line, path, mistakes);
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(filled).toString();
    }

    private String value(String name, int line, String path, Mistakes mistakes) {
        if (!NAME.matcher(name).matches()) {
            mistakes.add(line, path, "between ${ and } belongs the name of an environment variable");
            return "";
        }
        String value = variables.apply(name);
        if (value == null || value.isBlank()) {
            mistakes.add(line, path, missing.formatted(name, state(name, value)));
            return "";
        }
        return value;
    }

    private String state(String name, @Nullable String value) {
        if (value != null) {
            return "empty";
        }
        List<String> similar = known.stream()
                .filter(one -> one.contains("MEMBERS") || one.contains("ACCELEVENTS"))
                .sorted()
                .toList();
        return "not set"
                + Nearest.to(name, similar)
                        .map(near -> " (there is one named " + near + ")")
                        .orElse("");
    }
}
