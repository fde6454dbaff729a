package dev.membersync.eventops.config;

import dev.membersync.sync.config.AddedTemplate;
import dev.membersync.sync.config.WorkflowKeys;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the keys of {@code issue-signed-tickets}. */
final class IssueTicketsReader {
    static final AddedTemplate<IssueTicketsConfig> TEMPLATE =
            new AddedTemplate<>(IssueTicketsConfig.ID, IssueTicketsConfig.class, IssueTicketsReader::read);

    private static final int MAX_CLASS = 0xffff;
    private static final List<String> FORMATS = List.of("png", "svg");

    private IssueTicketsReader() {}

    private static IssueTicketsConfig read(WorkflowKeys keys) {
        return new IssueTicketsConfig(
                keys.id(),
                keys.event(),
                keys.occurrence(),
                classes(keys),
                formats(keys),
                into(keys),
                keys.flag("test"),
                (int) keys.whole("changes", 0, 1_000_000, 100));
    }

    private static Map<String, Integer> classes(WorkflowKeys keys) {
        Map<String, Integer> classes = new LinkedHashMap<>();
        keys.rows("classes").forEach((type, number) -> {
            if (number.matches("\\d{1,5}") && Integer.parseInt(number) <= MAX_CLASS) {
                classes.put(type, Integer.parseInt(number));
            } else {
                keys.mistake("classes", "the class of \"" + type + "\" is no whole number from 0 to " + MAX_CLASS);
            }
        });
        return classes.isEmpty() ? Map.of("*", 0) : classes;
    }

    private static List<String> formats(WorkflowKeys keys) {
        List<String> formats = keys.texts("formats").stream().distinct().toList();
        if (!FORMATS.containsAll(formats)) {
            keys.mistake("formats", "a code is drawn as png or svg; write [png, svg]");
        }
        return formats.isEmpty() ? FORMATS : formats;
    }

    private static Path into(WorkflowKeys keys) {
        String folder = keys.text("into", "tickets");
        try {
            return Path.of(folder);
        } catch (InvalidPathException e) {
            keys.mistake("into", "this is no path of a folder");
            return Path.of("tickets");
        }
    }
}
