package dev.membersync.examples.guide;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.membersync.eventops.pricing.RuleForm;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * YAML is read by the reader of configurations and opened against both fakes. The note says what of a file it is: {@code file}
 * (with a name: it is written), {@code top} its sections, {@code workflow} entries of workflows, {@code keys} those of an entry
 * with {@code members-to-attendees}, each with {@code highlevel} where members are contacts; {@code rules} is a rule book;
 * {@code other} is not ours.
 */
final class YamlKind implements Kind {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .build());

    /** What is no configuration of ours, and why it stands in a page. */
    private static final Map<String, String> OTHERS = Map.of(
            "spring", "the settings of an application with Spring",
            "prometheus", "an alert of somebody who collects the figures of live");

    /** A key that a comment shows in place of what is there. */
    private static final Pattern COMMENTED = Pattern.compile("(?m)^( *)# ((?:- )?([A-Za-z]+): .*)$");

    @Override
    public void check(Block block, Walk walk) {
        String[] note = block.note("yaml")
                .orElseThrow(() -> new Mistake("YAML needs a note right before it, such as <!-- yaml: file -->"))
                .split(" ", 2);
        String rest = note.length > 1 ? note[1] : "";
        switch (note[0]) {
            case "rules" -> RuleForm.book(map(block.text()));
            case "other" -> other(rest, block);
            case "file" -> file(rest, block, walk);
            default -> fragment(note[0], rest.isEmpty() ? "standard" : rest, block);
        }
    }

    private static void other(String kind, Block block) {
        map(block.text());
        if (!OTHERS.containsKey(kind)) {
            throw new Mistake("\"" + kind + "\" is not among what is not ours: " + OTHERS.keySet());
        }
    }

    private static void file(String name, Block block, Walk walk) {
        everyForm(block.text());
        if (!name.isEmpty()) {
            walk.write(name, block.text());
        }
    }

    private static void fragment(String what, String profile, Block block) {
        String lines = Region.unindented(block.text().lines().toList());
        everyForm(
                switch (what) {
                    case "top" -> Showcase.file(profile, lines);
                    case "workflow" -> Showcase.file(profile, "workflows:\n" + lines);
                    case "keys" ->
                        Showcase.file(profile, "workflows:\n  - template: members-to-attendees\n" + lines.indent(4));
                    default -> throw new Mistake("a note cannot say \"" + what + "\"");
                });
    }

    /** As it stands there, and with each key that a comment shows. */
    private static void everyForm(String file) {
        Showcase.open(file);
        Matcher commented = COMMENTED.matcher(file);
        while (commented.find()) {
            String head = file.substring(0, commented.start());
            String same = "(?m)^" + commented.group(1) + commented.group(3) + ": .*\n";
            Showcase.open((commented.group(2).startsWith("-") ? head : head.replaceFirst(same, ""))
                    + commented.group(1)
                    + commented.group(2)
                    + file.substring(commented.end()));
        }
    }

    /** Any YAML. Throws {@link Mistake} when it is none. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> map(String text) {
        try {
            return YAML.readValue(text, Map.class);
        } catch (JsonProcessingException e) {
            throw new Mistake("this is no YAML: " + e.getOriginalMessage(), e);
        }
    }
}
