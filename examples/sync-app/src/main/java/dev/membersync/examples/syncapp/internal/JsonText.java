package dev.membersync.examples.syncapp.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** JSON as maps, lists, texts, numbers and booleans. Thread-safe. */
public final class JsonText {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private JsonText() {}

    /** A value on one line. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("only maps, lists, texts, numbers and booleans can be written", e);
        }
    }

    /**
     * The object in a text.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Map<String, Object> read(String text) {
        try {
            Map<String, Object> object = MAPPER.readValue(text, OBJECT);
            if (object != null) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this is no JSON object");
        }
        throw new IllegalArgumentException("null is no JSON object");
    }
}
