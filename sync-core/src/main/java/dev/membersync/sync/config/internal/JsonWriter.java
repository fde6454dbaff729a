package dev.membersync.sync.config.internal;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes maps, lists and single values as indented JSON, in the order of the maps. */
public final class JsonWriter {
    private static final String STEP = "  ";

    private final StringBuilder text = new StringBuilder();

    private JsonWriter() {}

    /** The text, which ends with a line feed. */
    public static String write(Map<String, ?> root) {
        JsonWriter writer = new JsonWriter();
        writer.value(root, "\n");
        return writer.text.append('\n').toString();
    }

    private void value(Object value, String line) {
        if (value instanceof Map<?, ?> map) {
            object(map, line);
        } else if (value instanceof List<?> list) {
            list(list, line);
        } else if (value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else {
            string(value.toString());
        }
    }

    private void object(Map<?, ?> map, String line) {
        text.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            text.append(line).append(STEP);
            string(String.valueOf(entry.getKey()));
            text.append(": ");
            value(entry.getValue(), line + STEP);
            text.append(entries.hasNext() ? "," : "");
        }
        text.append(map.isEmpty() ? "}" : line + "}");
    }

    private void list(List<?> list, String line) {
        boolean plain = list.stream().noneMatch(item -> item instanceof Map || item instanceof List);
        text.append('[');
        for (int i = 0; i < list.size(); i++) {
            text.append(i == 0 ? "" : ",").append(plain ? i == 0 ? "" : " " : line + STEP);
            value(list.get(i), line + STEP);
        }
        text.append(plain || list.isEmpty() ? "]" : line + "]");
    }

    private void string(String value) {
        text.append('"');
        value.chars().forEach(unit -> {
            if (unit == '"' || unit == '\\') {
                text.append('\\').append((char) unit);
            } else if (unit < ' ') {
                text.append(String.format("\\u%04x", unit));
            } else {
                text.append((char) unit);
            }
        });
        text.append('"');
    }
}
