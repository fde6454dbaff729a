package dev.membersync.client.internal;

import dev.membersync.client.Call;
import dev.membersync.client.Operation;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Reply;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fills in one operation; used by one thread, once. */
public final class CallBuilder {
    private final ApiClient client;
    private final Operation operation;
    private final List<Map.Entry<String, String>> query = new ArrayList<>(4);
    private final Map<String, String> headers;
    private String path;
    private String shownPath;
    private final List<Secret> secrets = new ArrayList<>(2);
    private Optional<byte[]> body = Optional.empty();
    private Function<byte[], String> shown = Json::masked;

    CallBuilder(ApiClient client, Operation operation) {
        this.client = client;
        this.operation = operation;
        this.path = operation.path();
        this.shownPath = path;
        this.headers = new LinkedHashMap<>(client.headers);
    }

    /**
     * Fills a path variable, percent-encoded as one segment.
     *
     * @param value a text, anything else by its text, or a {@link Secret}, which descriptions mask
     * @throws IllegalArgumentException when the value is empty or would leave its place in the path
     */
    public CallBuilder path(String variable, Object value) {
        boolean secret = hideSecrets(List.of(value));
        String text = value instanceof Secret hidden ? hidden.reveal() : value.toString();
        if (text.isBlank() || text.equals(".") || text.equals("..")) {
            throw new IllegalArgumentException(operation.id() + ": " + variable + " must name a path segment");
        }
        String place = "{" + variable + "}";
        if (!path.contains(place)) {
            throw new IllegalArgumentException(operation.id() + " has no path variable " + variable);
        }
        String segment = Percent.encode(text);
        path = path.replace(place, segment);
        shownPath = shownPath.replace(place, secret ? "***" : segment);
        return this;
    }

    /** Adds a query parameter; null adds none. */
    public CallBuilder query(String key, @Nullable Object value) {
        if (value != null) {
            query.add(Map.entry(key, value.toString()));
        }
        return this;
    }

    /** Adds a header that is no secret. */
    public CallBuilder header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /**
     * Sends a JSON body made of maps, lists, texts, numbers and booleans; of an object also {@link Secret}s, by their value.
     */
    public CallBuilder json(Object value) {
        body = Optional.of(Json.bytes(value instanceof Map<?, ?> fields ? revealed(fields) : value));
        shown = Json::masked;
        headers.put("Content-Type", "application/json");
        return this;
    }

    /**
     * Sends a body as {@code application/x-www-form-urlencoded}, in the order of the map; descriptions show its keys
     * only.
     *
     * @param values texts, anything else by its text, and {@link dev.membersync.client.auth.Secret}s by their value
     */
    public CallBuilder form(Map<String, ?> values) {
        body = Optional.of(Form.bytes(values));
        hideSecrets(values.values());
        shown = Form::keys;
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        return this;
    }

    /**
     * Sends one file as {@code multipart/form-data}; descriptions show its size only.
     *
     * @param field the form field the file stands in
     * @param fileName its name; quotes and line ends are escaped as browsers do
     * @param contentType its media type
     * @throws IllegalArgumentException for a content type that is none
     */
    public CallBuilder multipart(String field, String fileName, String contentType, byte[] content) {
        Multipart file = Multipart.of(field, fileName, contentType, content);
        body = Optional.of(file.body());
        shown = bytes -> "one file of " + content.length + " bytes";
        headers.put("Content-Type", "multipart/form-data; boundary=" + file.boundary());
        return this;
    }

    /** The call, its reply's body read by the reader. */
    public <T> Call<T> reader(JsonReader<T> reader) {
        return replyReader(reply -> reader.read(reply.body()));
    }

    /** The call, its whole reply read by the reader: for what a header tells. */
    public <T> Call<T> replyReader(Function<Reply, T> reader) {
        if (path.indexOf('{') >= 0) {
            throw new IllegalArgumentException(operation.id() + ": a path variable is missing in " + shownPath);
        }
        StringBuilder url = new StringBuilder(client.baseUrl).append(path);
        char separator = path.indexOf('?') >= 0 ? '&' : '?';
        for (Map.Entry<String, String> entry : query) {
            url.append(separator).append(Percent.encode(entry.getKey())).append('=');
            url.append(Percent.encode(entry.getValue()));
            separator = '&';
        }
        URI uri = URI.create(url.toString());
        Prepared prepared = new Prepared(
                operation, uri, shownPath, List.copyOf(query), Map.copyOf(headers), body, List.copyOf(secrets), shown);
        return new ApiCall<>(client, prepared, reader, client.options);
    }

    /** The call, its reply's body ignored. */
    public Call<Void> ignoringBody() {
        return reader(new NoBody());
    }

    private Map<?, ?> revealed(Map<?, ?> fields) {
        if (!hideSecrets(fields.values())) {
            return fields;
        }
        Map<Object, @Nullable Object> revealed = new LinkedHashMap<>();
        fields.forEach((name, value) -> revealed.put(name, value instanceof Secret secret ? secret.reveal() : value));
        return revealed;
    }

    /** Whether there were any. */
    private boolean hideSecrets(Collection<?> values) {
        int before = secrets.size();
        for (Object value : values) {
            if (value instanceof Secret secret) {
                secrets.add(secret);
            }
        }
        return secrets.size() > before;
    }

    private static final class NoBody implements JsonReader<Void> {
        @Override
        @SuppressWarnings("NullAway") // Void has no value
        public Void read(byte[] body) {
            return null;
        }
    }
}
