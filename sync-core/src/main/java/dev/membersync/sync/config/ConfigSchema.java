package dev.membersync.sync.config;

import dev.membersync.sync.config.internal.Node;
import dev.membersync.sync.config.internal.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The schema of a file, made of what its readers ask for: they are run on files of which every key seems to be there, one
 * for each profile and template, and what they ask for is noted.
 */
final class ConfigSchema {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String WORKFLOWS = "workflows";

    /** Has the readers show what belongs to contacts. */
    private static final String CONTACTS = "memberships: {profile: highlevel, members: {only: {tag: member}}}";

    private ConfigSchema() {}

    /** The schema as maps and lists. */
    static Map<String, Object> schema() {
        List<Object> workflows = new ArrayList<>();
        for (String template : Templates.ids()) {
            Shape shape = rehearsed("workflows: [{template: " + template + "}]")
                    .key(WORKFLOWS)
                    .table();
            Map<String, Object> workflow = object(List.of(shape));
            properties(workflow).put("template", Map.of("const", template));
            workflows.add(workflow);
        }
        Map<String, Object> root = object(List.of(rehearsed(""), rehearsed(CONTACTS)));
        properties(root)
                .put(
                        WORKFLOWS,
                        SchemaTypes.ordered(
                                "type", "array", "minItems", 1, "items", Map.of("oneOf", List.copyOf(workflows))));
        root.put("required", List.of("memberships", "accelevents", WORKFLOWS));
        Map<String, Object> schema = SchemaTypes.ordered("$schema", DIALECT, "title", "membersync");
        schema.putAll(root);
        schema.put("$defs", Map.of(SchemaTypes.VARIABLE_NAME, SchemaTypes.VARIABLE));
        return schema;
    }

    private static Shape rehearsed(String text) {
        Node root = YamlReader.read(text).root();
        Shape shape = new Shape();
        TenantReader.rehearse(
                Section.rehearsal(root instanceof Node.Table table ? table : new Node.Table(0, Map.of()), shape));
        return shape;
    }

    /** One table, of which some keys belong to one variant only; a key is required when every variant requires it. */
    private static Map<String, Object> object(List<Shape> variants) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        variants.forEach(shape -> names.addAll(shape.keys().keySet()));
        for (String name : names) {
            List<Shape.Key> keys = variants.stream()
                    .filter(shape -> shape.keys().containsKey(name))
                    .map(shape -> shape.key(name))
                    .toList();
            properties.put(name, value(keys));
            if (keys.size() == variants.size() && keys.stream().allMatch(Shape.Key::isRequired)) {
                required.add(name);
            }
        }
        Map<String, Object> object = SchemaTypes.ordered("type", "object");
        if (!properties.isEmpty()) {
            object.put("properties", properties);
        }
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        object.put(
                "additionalProperties",
                variants.get(0).anyRow().<Object>map(row -> value(List.of(row))).orElse(false));
        return object;
    }

    private static Map<String, Object> value(List<Shape.Key> variants) {
        Shape.Key first = variants.get(0);
        List<Shape> below =
                variants.stream().flatMap(key -> key.below().stream()).toList();
        Map<String, Object> type = new LinkedHashMap<>(
                below.isEmpty() ? first.type().isEmpty() ? SchemaTypes.TEXT : first.type() : object(below));
        if (first.isList()) {
            Map<String, Object> list = SchemaTypes.ordered("type", "array", "items", type);
            return first.isOneToo() ? SchemaTypes.ordered("anyOf", List.of(list, type)) : list;
        }
        if (variants.stream().map(Shape.Key::standard).distinct().count() == 1) {
            first.standard().ifPresent(standard -> type.put("default", standard));
        }
        return type;
    }

    @SuppressWarnings("unchecked") // made above
    private static Map<String, Object> properties(Map<String, Object> object) {
        return (Map<String, Object>) Objects.requireNonNull(object.get("properties"));
    }
}
