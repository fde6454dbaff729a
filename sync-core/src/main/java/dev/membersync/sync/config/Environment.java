package dev.membersync.sync.config;

import dev.membersync.sync.text.Nearest;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills the variables of the environment into values. */
final class Environment {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)\\}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
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
        String value = variables.get(name);
        if (value == null || value.isBlank()) {
            mistakes.add(
                    line,
                    path,
                    "the environment variable " + name + " is " + state(name, value)
                            + "; set it before this starts: export " + name
                            + "=... in a shell, or " + name + "=... in the environment of a service or container");
            return "";
        }
        return value;
    }

    private String state(String name, @Nullable String value) {
        if (value != null) {
            return "empty";
        }
        List<String> similar = variables.keySet().stream()
                .filter(known -> known.contains("MEMBERS") || known.contains("ACCELEVENTS"))
                .sorted()
                .toList();
        return "not set"
                + Nearest.to(name, similar)
                        .map(near -> " (there is one named " + near + ")")
                        .orElse("");
    }
}
