package dev.membersync.examples.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs sync-app by its jar; of another jar of ours the names of file, command and options have to be there. */
final class JarWord implements ShellWord {
    static final String SYNC_APP = "examples/sync-app/target/sync-app.jar";
    private static final Pattern JAR = Pattern.compile("examples/([a-z-]+)/target/([a-z-]+)\\.jar");

    @Override
    public void run(CommandLine line, Walk walk) {
        if (!line.words().get(1).equals("-jar")) {
            throw new Mistake("java runs jars of ours only");
        }
        if (line.words().get(2).equals(SYNC_APP)) {
            AppWord.run(line, line.after(3), walk);
            return;
        }
        Matcher jar = JAR.matcher(line.words().get(2));
        if (!jar.matches()
                || !read(walk.root().resolve("examples/" + jar.group(1) + "/pom.xml"))
                        .contains("<finalName>" + jar.group(2) + "</finalName>")) {
            throw new Mistake("no module builds " + line.words().get(2));
        }
        String sources = sources(walk.root().resolve("examples/" + jar.group(1) + "/src/main"));
        for (String word : names(line.after(3))) {
            if (!sources.contains("\"" + word + "\"") && !sources.contains("\"" + word.replace("--", "") + "\"")) {
                throw new Mistake(line.words().get(2) + " does not know \"" + word + "\"");
            }
        }
    }

    /** The command, and the options without their values. */
    private static List<String> names(List<String> words) {
        return words.stream()
                .filter(word -> word.startsWith("--") || word.equals(words.get(0)))
                .toList();
    }

    private static String sources(Path folder) {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> all.append(read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Mistake("there is no " + file.getFileName(), e);
        }
    }
}
