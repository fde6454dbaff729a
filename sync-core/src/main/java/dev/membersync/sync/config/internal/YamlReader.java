package dev.membersync.sync.config.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one YAML document. Not thread-safe; made for one text. */
public final class YamlReader {
    private static final YAMLFactory YAML = new YAMLFactory();

    private final List<YamlProblem> problems = new ArrayList<>();

    private YamlReader() {}

    /**
     * What a text holds.
     *
     * @param root its tree; {@link Node.Nothing} when it is empty or not YAML
     * @param problems what is wrong with it; of bad syntax only the first place
     */
    public record Result(Node root, List<YamlProblem> problems) {
        public Result {
            problems = List.copyOf(problems);
        }
    }

    /** Reads a text; never throws for what is in it. */
    public static Result read(String text) {
        YamlReader reader = new YamlReader();
        Node root = new Node.Nothing(1);
        try (YAMLParser parser = YAML.createParser(text)) {
            if (parser.nextToken() != null) {
                root = reader.node(parser, "");
                if (parser.nextToken() != null) {
                    reader.problem(parser, "", "the file holds a second document; keep one and remove the line ---");
                }
            }
        } catch (JsonProcessingException e) {
            int parsed = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            reader.problems.add(Syntax.problem(text, e.getOriginalMessage(), parsed));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
        return new Result(root, reader.problems);
    }

    private Node node(YAMLParser parser, String path) throws IOException {
        int line = line(parser);
        if (parser.isCurrentAlias()) {
            problem(parser, path, "aliases (*name) are not supported here; write the value, in quotes if it has a *");
            return new Node.Nothing(line);
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return table(parser, path, line);
        }
        if (token == JsonToken.START_ARRAY) {
            return items(parser, path, line);
        }
        return token == JsonToken.VALUE_NULL ? new Node.Nothing(line) : new Node.Text(line, parser.getText());
    }

    private Node.Table table(YAMLParser parser, String path, int line) throws IOException {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            String below = path.isEmpty() ? key : path + "." + key;
            int keyLine = line(parser);
            Node.Entry known = entries.get(key);
            if (known != null) {
                problem(parser, below, "this key is on line " + known.line() + " already; keep one of the two");
            }
            parser.nextToken();
            Node value = node(parser, below);
            entries.putIfAbsent(key, new Node.Entry(keyLine, value));
        }
        return new Node.Table(line, entries);
    }

    private Node.Items items(YAMLParser parser, String path, int line) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser, path + "[" + items.size() + "]"));
        }
        return new Node.Items(line, items);
    }

    private void problem(YAMLParser parser, String path, String message) {
        problems.add(new YamlProblem(line(parser), path, message));
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
