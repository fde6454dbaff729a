package dev.membersync.examples.guide;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/** JSON has the keys of what the last command printed, or of a file that a command wrote. */
final class JsonKind implements Kind {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public void check(Block block, Walk walk) {
        String what = block.note("json")
                .orElseThrow(() -> new Mistake("JSON needs <!-- json: output --> or <!-- json: file NAME -->"));
        requireKeys(
                "",
                parse(block.text()),
                parse(what.equals("output") ? walk.last().out() : content(what, walk)));
    }

    private static String content(String what, Walk walk) {
        try {
            return Files.readString(walk.file(what.replaceFirst("^file ", "")));
        } catch (IOException e) {
            throw new Mistake("no command of the page wrote " + what, e);
        }
    }

    private static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Mistake("this is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static void requireKeys(String path, JsonNode sample, JsonNode real) {
        for (Map.Entry<String, JsonNode> said : sample.properties()) {
            String place = path + "/" + said.getKey();
            if (!real.has(said.getKey())) {
                throw new Mistake("there is no " + place + " in what is really written");
            }
            requireKeys(place, said.getValue(), real.get(said.getKey()));
        }
        if (sample.isArray() && !sample.isEmpty() && !real.isEmpty()) {
            requireKeys(path + "/0", sample.get(0), real.get(0));
        }
    }
}
