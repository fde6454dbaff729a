package dev.membersync.memberships.internal;

import dev.membersync.client.internal.Fields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list that is asked for page by page: what stays the same from page to page.
 *
 * @param operation the id of the operation
 * @param path      the variables of the path
 * @param query     the query beside place and size; a null value is not sent
 * @param body      the JSON body that place and size are added to; without one they go into the query
 * @param row       reads a row
 * @param key       tells rows apart
 */
public record Listing<T>(
        String operation,
        Map<String, String> path,
        Map<String, @Nullable Object> query,
        Optional<Map<String, Object>> body,
        Function<Fields, T> row,
        Function<? super T, String> key) {

    /** A list asked for by place and size alone. */
    public static <T> Listing<T> of(String operation, Function<Fields, T> row, Function<? super T, String> key) {
        return new Listing<>(operation, Map.of(), Map.of(), Optional.empty(), row, key);
    }

    /** The same list with a variable of its path. */
    public Listing<T> path(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(path);
        more.put(variable, value);
        return new Listing<>(operation, more, query, body, row, key);
    }

    /** The same list with a query parameter; null adds none. */
    public Listing<T> query(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(query);
        more.put(name, value);
        return new Listing<>(operation, path, more, body, row, key);
    }

    /** The same list with these query parameters. */
    public Listing<T> query(Map<String, ? extends @Nullable Object> parameters) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(query);
        more.putAll(parameters);
        return new Listing<>(operation, path, more, body, row, key);
    }

    /** The same list asked for with a JSON body. */
    public Listing<T> body(Map<String, Object> json) {
        return new Listing<>(operation, path, query, Optional.of(json), row, key);
    }
}
