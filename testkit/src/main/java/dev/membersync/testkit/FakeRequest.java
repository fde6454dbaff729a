package dev.membersync.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it reached a fake.
 *
 * @param method upper-case HTTP method
 * @param path raw path without the query, still percent-encoded
 * @param query decoded query parameters; of a repeated one the last counts
 * @param headers headers by lower-case name
 * @param body body bytes, empty when there is none
 */
@SuppressWarnings("ArrayRecordComponent")
public record FakeRequest(
        String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {

    /** Copies the maps and lower-cases the header names. */
    public FakeRequest {
        method = method.toUpperCase(Locale.ROOT);
        query = Map.copyOf(query);
        Map<String, String> lower = new LinkedHashMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(lower);
    }

    /** Reads a raw request target such as {@code /users/?page=1&limit=100}. */
    public static FakeRequest of(String method, String target, Map<String, String> headers, byte[] body) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        Map<String, String> query = mark < 0 ? Map.of() : parse(target.substring(mark + 1));
        return new FakeRequest(method, path, query, headers, body);
    }

    /** A request without body. */
    public static FakeRequest of(String method, String target, Map<String, String> headers) {
        return of(method, target, headers, new byte[0]);
    }

    /** A request with a JSON text as body. */
    public static FakeRequest of(String method, String target, Map<String, String> headers, String json) {
        return of(method, target, headers, json.getBytes(UTF_8));
    }

    /** A query parameter, decoded. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** A header by any spelling of its name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> parse(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                query.put(decoded(name), decoded(value));
            }
        }
        return query;
    }

    /** Percent-decoded text; text with a broken escape stays as it is, as lenient servers have it. */
    static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw, UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return raw;
        }
    }
}
