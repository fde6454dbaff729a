package dev.membersync.sync.config;

import dev.membersync.sync.config.internal.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** As much of JSON Schema as the schema of configurations uses: what an editor would underline in a file. */
final class Schemas {
    private final Map<String, Object> root;

    Schemas(Map<String, Object> root) {
        this.root = root;
    }

    /** The places of a file that the schema refuses. */
    List<String> problems(Node file) {
        return problems(root, file, "");
    }

    private List<String> problems(Map<?, ?> schema, Node node, String path) {
        if (schema.get("$ref") instanceof String reference) {
            return problems(definition(reference), node, path);
        }
        List<String> problems = new ArrayList<>();
        alternatives(schema, node, path).ifPresent(problems::addAll);
        if ("object".equals(schema.get("type"))) {
            problems.addAll(object(schema, node, path));
        } else if ("array".equals(schema.get("type"))) {
            problems.addAll(array(schema, node, path));
        } else if (schema.containsKey("type") || schema.containsKey("enum") || schema.containsKey("const")) {
            problems.addAll(scalar(schema, node, path));
        }
        return problems;
    }

    private Map<?, ?> definition(String reference) {
        Object at = root;
        for (String step : reference.substring("#/".length()).split("/")) {
            at = ((Map<?, ?>) at).get(step);
        }
        return (Map<?, ?>) at;
    }

    private Optional<List<String>> alternatives(Map<?, ?> schema, Node node, String path) {
        Object any = schema.containsKey("anyOf") ? schema.get("anyOf") : schema.get("oneOf");
        if (!(any instanceof List<?> list)) {
            return Optional.empty();
        }
        List<List<String>> tried =
                list.stream().map(one -> problems((Map<?, ?>) one, node, path)).toList();
        long fitting = tried.stream().filter(List::isEmpty).count();
        boolean good = schema.containsKey("anyOf") ? fitting > 0 : fitting == 1;
        return Optional.of(
                good
                        ? List.of()
                        : tried.stream().min((a, b) -> a.size() - b.size()).orElseThrow());
    }

    private List<String> object(Map<?, ?> schema, Node node, String path) {
        if (!(node instanceof Node.Table table)) {
            return List.of(path + " is no table");
        }
        List<String> problems = new ArrayList<>();
        Map<?, ?> properties = schema.get("properties") instanceof Map<?, ?> map ? map : Map.of();
        table.entries().forEach((key, entry) -> {
            Object known = properties.containsKey(key) ? properties.get(key) : schema.get("additionalProperties");
            if (known instanceof Map<?, ?> below) {
                problems.addAll(problems(below, entry.value(), path + "." + key));
            } else {
                problems.add(path + "." + key + " is unknown");
            }
        });
        if (schema.get("required") instanceof List<?> required) {
            required.stream()
                    .filter(key -> !table.entries().containsKey(key))
                    .forEach(key -> problems.add(path + "." + key + " is missing"));
        }
        return problems;
    }

    private List<String> array(Map<?, ?> schema, Node node, String path) {
        if (!(node instanceof Node.Items items)) {
            return List.of(path + " is no list");
        }
        List<String> problems = new ArrayList<>();
        items.items().forEach(item -> problems.addAll(problems((Map<?, ?>) schema.get("items"), item, path + "[]")));
        return problems;
    }

    private static List<String> scalar(Map<?, ?> schema, Node node, String path) {
        if (!(node instanceof Node.Text text)) {
            return List.of(path + " is no single value");
        }
        String value = text.value();
        boolean good = !(schema.get("enum") instanceof List<?> words)
                || words.stream().map(String::valueOf).anyMatch(value::equals);
        good &= !schema.containsKey("const") || value.equals(schema.get("const"));
        good &= !(schema.get("pattern") instanceof String pattern)
                || Pattern.compile(pattern).matcher(value).find();
        good &= !"integer".equals(schema.get("type")) || isWithin(schema, value);
        return good ? List.of() : List.of(path + " is \"" + value + "\"");
    }

    private static boolean isWithin(Map<?, ?> schema, String value) {
        return value.matches("\\d{1,18}")
                && Long.parseLong(value) >= (long) schema.get("minimum")
                && (!schema.containsKey("maximum") || Long.parseLong(value) <= (long) schema.get("maximum"));
    }
}
