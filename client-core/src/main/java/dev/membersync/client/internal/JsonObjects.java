package dev.membersync.client.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills {@link Fields} from a parser that stands on the start of an object. */
final class JsonObjects {
    private JsonObjects() {}

    static void read(JsonParser parser, Fields into) throws IOException {
        into.clear();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            into.add(name, Json.value(parser));
        }
    }

    /** Reads the object and gives the one below the best of the wrapper keys, if there is any. */
    static @Nullable Fields read(JsonParser parser, Fields into, List<String> wrapperKeys) throws IOException {
        Fields wrapped = null;
        int best = wrapperKeys.size();
        into.clear();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            int rank = token == JsonToken.START_OBJECT ? wrapperKeys.indexOf(name) : -1;
            if (rank >= 0 && rank < best) {
                best = rank;
                wrapped = new Fields();
                read(parser, wrapped);
            } else {
                into.add(name, Json.value(parser));
            }
        }
        return wrapped;
    }
}
