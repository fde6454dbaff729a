package dev.membersync.testkit.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns JSON text into maps, lists, texts, decimals and booleans, and back. Thread-safe. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** Writes maps, lists, texts, numbers, booleans and nulls as UTF-8 JSON. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON: " + value.getClass(), e);
        }
    }

    /** Reads one JSON object. Throws {@link IllegalArgumentException} for anything else. */
    public static JsonObject object(byte[] json) {
        if (value(json) instanceof Map<?, ?> map) {
            return JsonObject.of(map);
        }
        throw new IllegalArgumentException("a JSON object is expected");
    }

    /** Reads one JSON array of objects, or one object as a list of one. */
    public static List<JsonObject> objects(byte[] json) {
        Object value = value(json);
        if (value instanceof Map<?, ?> map) {
            return List.of(JsonObject.of(map));
        }
        return JsonObject.objectsIn(value);
    }

    /** Builds an object from alternating keys and values, keeping their order; values may be null. */
    public static Map<String, Object> map(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return map;
    }

    /** Reads any JSON value. Throws {@link IllegalArgumentException} when the bytes are not JSON. */
    public static @Nullable Object value(byte[] json) {
        try {
            return MAPPER.readValue(json, Object.class);
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }
}
