package dev.membersync.client.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON without trees; a failure tells where it is, never what the text was. Thread-safe. */
public final class Json {
    private static final int DEEPEST = 64;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(com.fasterxml.jackson.core.StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            // A record that is written back keeps its emoji as they came.
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private Json() {}

    /** Writes maps, lists, texts, numbers, booleans and nulls as UTF-8. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not writable as JSON: " + value.getClass().getName());
        }
    }

    /** One object, read before the function returns; a byte order mark is skipped. */
    public static <T> T object(byte[] body, Function<Fields, T> reader) {
        return row(body, List.of(), reader);
    }

    /** One object, itself or below the first of the wrapper keys that holds an object. */
    public static <T> T row(byte[] body, List<String> wrapperKeys, Function<Fields, T> reader) {
        return parse(body, parser -> {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableException("the body is no JSON object");
            }
            Fields root = new Fields();
            Fields wrapped = JsonObjects.read(parser, root, wrapperKeys);
            return reader.apply(wrapped == null ? root : wrapped);
        });
    }

    /**
     * A list of objects: the body itself, or below one of the envelope keys; {@code a.b} looks for b within the object
     * a. Null under such a key is an empty list.
     */
    public static <T> Rows<T> page(byte[] body, List<String> envelopeKeys, Function<Fields, T> row) {
        return parse(body, parser -> new PageReader<T>(envelopeKeys, row).read(parser));
    }

    /**
     * One object with its names in the order they came, null values and the last of doubled names kept; the bytes must be
     * UTF-8, with or without a byte order mark. For bodies that strangers send: the other readers here guess UTF-16 and
     * UTF-32 too.
     */
    public static Map<String, @Nullable Object> utf8Object(byte[] body) {
        return utf8(body, parser -> {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableException("the body is no JSON object");
            }
            return map(parser, false);
        });
    }

    /** The same for a body that is one object, or a list of objects and of nothing else. */
    public static List<Map<String, @Nullable Object>> utf8Objects(byte[] body) {
        return utf8(body, parser -> {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                return List.of(map(parser, false));
            }
            boolean objects = parser.currentToken() == JsonToken.START_ARRAY;
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            while (objects && parser.nextToken() != JsonToken.END_ARRAY) {
                objects = parser.currentToken() == JsonToken.START_OBJECT;
                rows.add(objects ? map(parser, false) : Map.of());
            }
            if (!objects) {
                throw new UnreadableException("the body is neither a JSON object nor a list of objects");
            }
            return rows;
        });
    }

    /**
     * One object to be written back without a change that nobody asked for: names in the order they came, null values kept,
     * numbers as they were spelled. The maps and lists in it cannot be changed.
     */
    public static Map<String, @Nullable Object> exactObject(byte[] body) {
        return parse(body, parser -> {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableException("the body is no JSON object");
            }
            return map(parser, true);
        });
    }

    /** The body as an object, or empty when it is something else: for error bodies, which may be anything. */
    public static Optional<Fields> tryObject(byte[] body) {
        try {
            return Optional.of(object(body, fields -> fields));
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }

    /** The body with its texts masked and its keys, numbers and booleans shown. */
    public static String masked(byte[] body) {
        return parse(body, parser -> {
            StringWriter text = new StringWriter();
            try (JsonGenerator out = MAPPER.createGenerator(text)) {
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    if (token == JsonToken.VALUE_STRING) {
                        out.writeString("***");
                    } else {
                        out.copyCurrentEvent(parser);
                    }
                }
            }
            return text.toString();
        });
    }

    static @Nullable Object value(JsonParser parser) throws IOException {
        return value(parser, false);
    }

    private static @Nullable Object value(JsonParser parser, boolean exact) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> exact ? new NumberText(parser.getText()) : parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> exact ? new NumberText(parser.getText()) : decimal(parser);
            case START_OBJECT -> map(parser, exact);
            case START_ARRAY -> list(parser, exact);
            default -> null;
        };
    }

    /** Jackson lets the complaint about an exponent beyond 32 bits out as it is. */
    private static Object decimal(JsonParser parser) throws IOException {
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException e) {
            throw new UnreadableException("the body has a number whose exponent is out of range");
        }
    }

    private static Map<String, @Nullable Object> map(JsonParser parser, boolean exact) throws IOException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            map.put(name, value(parser, exact));
        }
        return exact ? Collections.unmodifiableMap(map) : map;
    }

    private static List<@Nullable Object> list(JsonParser parser, boolean exact) throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(parser, exact));
        }
        return exact ? Collections.unmodifiableList(list) : list;
    }

    private static <T> T utf8(byte[] body, Parsing<T> parsing) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableException("the body is no UTF-8");
        }
        String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return parse(body.length, () -> MAPPER.createParser(json), parsing);
    }

    private static <T> T parse(byte[] body, Parsing<T> parsing) {
        return parse(body.length, () -> MAPPER.createParser(body), parsing);
    }

    private static <T> T parse(int length, Opening opening, Parsing<T> parsing) {
        if (length == 0) {
            throw new UnreadableException("the body is empty");
        }
        try (JsonParser parser = opening.open()) {
            T result = parsing.read(parser);
            if (parser.currentToken() != null && parser.nextToken() != null) {
                throw new UnreadableException("text follows the JSON value");
            }
            return result;
        } catch (JsonProcessingException e) {
            // Jackson's message may quote the body, so neither it nor the exception goes on.
            JsonLocation at = e.getLocation();
            throw new UnreadableException("the body is no JSON"
                    + (at == null ? "" : ", at line " + at.getLineNr() + " column " + at.getColumnNr()));
        } catch (IOException e) {
            throw new UnreadableException("the body is no JSON");
        }
    }

    private interface Opening {
        JsonParser open() throws IOException;
    }

    private interface Parsing<T> {
        T read(JsonParser parser) throws IOException;
    }
}
