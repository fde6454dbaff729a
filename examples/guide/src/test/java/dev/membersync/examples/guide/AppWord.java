package dev.membersync.examples.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Runs a command of sync-app; one that stays goes on beside those that follow. */
final class AppWord implements ShellWord {
    private static final int WELL = 1;
    /** Takes half a minute and needs nothing of a page: a test of sync-app runs it. */
    private static final String DEMO = "demo";

    /** Something that only the reader knows. */
    private static final Pattern PLACEHOLDER = Pattern.compile("[A-Z]{2,}");

    @Override
    public void run(CommandLine line, Walk walk) {
        run(line, line.after(1), walk);
    }

    static void run(CommandLine line, List<String> given, Walk walk) {
        List<String> words = new ArrayList<>(given);
        if (!words.get(0).equals("fakes")) {
            walk.servers().interrupt();
        }
        if (words.get(0).equals(DEMO)
                || words.stream().anyMatch(word -> PLACEHOLDER.matcher(word).matches())) {
            requireKnown(words);
            return;
        }
        if (Servers.stays(words)) {
            String screen = walk.servers().start(words, walk.environment());
            walk.printed(new Printed(0, "", screen));
            return;
        }
        Printed printed = Terminal.run(words, walk.environment());
        walk.printed(printed);
        boolean asSaid = line.status().map(status -> status == printed.status()).orElse(printed.status() <= WELL);
        if (!asSaid) {
            throw new Mistake(String.join(" ", words) + " ended with " + printed.status() + ":\n" + printed.all());
        }
        line.into().ifPresent(name -> keep(printed.out(), name, walk));
    }

    /** What is not run from here has a command and options that are there. */
    static void requireKnown(List<String> words) {
        String help = Terminal.run(List.of("help"), Map.of()).all();
        for (String word : words) {
            boolean name = word.startsWith("--") || word.equals(words.get(0));
            if (name
                    && !Pattern.compile("(?m)(^|\\s)" + word + "\\b")
                            .matcher(help)
                            .find()) {
                throw new Mistake("sync-app does not know " + word);
            }
        }
    }

    private static void keep(String out, String name, Walk walk) {
        try {
            Files.writeString(walk.file(name), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
