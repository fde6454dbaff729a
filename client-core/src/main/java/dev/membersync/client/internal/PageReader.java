package dev.membersync.client.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a list of objects out of whatever envelope it comes in. */
final class PageReader<T> {
    private final List<String> keys;
    private final Function<Fields, T> row;
    private final Fields envelope = new Fields();
    private final Fields current = new Fields();
    private @Nullable List<T> items;

    PageReader(List<String> keys, Function<Fields, T> row) {
        this.keys = keys;
        this.row = row;
    }

    Rows<T> read(JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_ARRAY) {
            items = rows(parser);
        } else if (token == JsonToken.START_OBJECT) {
            object(parser, "");
        }
        if (items == null) {
            throw new UnreadableException("the body holds no list under any of " + keys);
        }
        return new Rows<>(items, envelope);
    }

    private void object(JsonParser parser, String prefix) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            String path = prefix.isEmpty() ? name : prefix + name;
            if (items == null && token == JsonToken.START_ARRAY && listed(path)) {
                items = rows(parser);
            } else if (items == null && token == JsonToken.VALUE_NULL && listed(path)) {
                items = List.of();
            } else if (token == JsonToken.START_OBJECT && leads(path)) {
                object(parser, path + ".");
            } else {
                envelope.add(name, Json.value(parser));
            }
        }
    }

    private List<T> rows(JsonParser parser) throws IOException {
        List<T> rows = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new UnreadableException("row " + rows.size() + " is no object");
            }
            JsonObjects.read(parser, current);
            rows.add(row.apply(current));
        }
        return rows;
    }

    private boolean listed(String path) {
        for (String key : keys) {
            if (key.equals(path)) {
                return true;
            }
        }
        return false;
    }

    private boolean leads(String path) {
        for (String key : keys) {
            if (key.length() > path.length() && key.startsWith(path) && key.charAt(path.length()) == '.') {
                return true;
            }
        }
        return false;
    }
}
