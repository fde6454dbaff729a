package dev.membersync.publishing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The programs of strangers, built from the repository with a local repository that nobody used before. */
final class Consumers {
    private static final Path SOURCES = Published.ROOT.resolve("consumers");

    private Consumers() {}

    /** The folder of one of them. The first caller builds them all. */
    static Path folder(String name) {
        return Build.FOLDER.resolve(name);
    }

    /** What one of them brings with it at run time, without itself. */
    static List<Path> classPath(String name) {
        try {
            String text = Files.readString(folder(name).resolve("target/class-path.txt"));
            return List.of(text.strip().split(File.pathSeparator)).stream()
                    .filter(part -> !part.isEmpty())
                    .map(Path::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the JDKs are that they run on, by name: the one of this build, and that of the environment. */
    static Map<String, Path> jdks() {
        Map<String, Path> found = new LinkedHashMap<>();
        found.put("JDK " + Runtime.version().feature(), Path.of(System.getProperty("java.home")));
        String newer = System.getenv("JAVA_25_HOME");
        if (newer != null && !newer.isBlank()) {
            found.put("JDK 25", Path.of(newer));
        }
        return found;
    }

    private static final class Build {
        static final Path FOLDER = built();

        private static Path built() {
            Path folder = Published.TARGET.resolve("consumers");
            Folders.delete(folder);
            Folders.delete(Published.TARGET.resolve("local"));
            Folders.copySources(SOURCES, folder);
            Maven.run(
                            folder,
                            "-Dmaven.repo.local=" + Published.TARGET.resolve("local"),
                            "-Dpublished.repository=" + Published.repository().toUri(),
                            "-Ddownloaded.repository=" + Maven.LOCAL.toUri(),
                            "-Dmembersync.version=" + Published.VERSION,
                            "process-classes")
                    .orFail();
            return folder;
        }
    }
}
