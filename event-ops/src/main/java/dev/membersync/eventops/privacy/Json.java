package dev.membersync.eventops.privacy;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes maps, lists, texts, numbers and booleans as JSON, in the order they come, two blanks a level. */
final class Json {
    private final StringBuilder text = new StringBuilder();

    private Json() {}

    static String write(Map<String, ?> root) {
        Json json = new Json();
        json.value(root, "");
        return json.text.append('\n').toString();
    }

    private void value(Object value, String indent) {
        if (value instanceof Map<?, ?> map) {
            many(map.entrySet().iterator(), '{', '}', indent);
        } else if (value instanceof List<?> list) {
            many(list.iterator(), '[', ']', indent);
        } else if (value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else {
            quoted(value.toString());
        }
    }

    private void many(Iterator<?> items, char open, char close, String indent) {
        text.append(open);
        String inner = indent + "  ";
        boolean any = items.hasNext();
        while (items.hasNext()) {
            text.append('\n').append(inner);
            Object item = items.next();
            if (item instanceof Map.Entry<?, ?> entry) {
                quoted(String.valueOf(entry.getKey()));
                text.append(": ");
                value(entry.getValue(), inner);
            } else {
                value(item, inner);
            }
            text.append(items.hasNext() ? "," : "");
        }
        text.append(any ? "\n" + indent : "").append(close);
    }

    private void quoted(String value) {
        text.append('"');
        value.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                text.append('\\').append((char) c);
            } else if (c < 0x20 || Character.isSurrogate((char) c)) {
                text.append(String.format("\\u%04x", c)); // half a pair would be no text in UTF-8
            } else {
                text.append((char) c);
            }
        });
        text.append('"');
    }
}
