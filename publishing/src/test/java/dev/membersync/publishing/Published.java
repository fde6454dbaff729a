package dev.membersync.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is published: built from a copy of the sources in another folder, and deployed into a folder as a repository. */
final class Published {
    /** The modules whose jars are published, by their folder. */
    static final List<String> MODULES =
            List.of("client-core", "memberships-client", "accelevents-client", "sync-core", "event-ops", "testkit");

    static final String VERSION = System.getProperty("project.version");
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Path TARGET = Path.of("target").toAbsolutePath();

    private Published() {}

    /** The repository that a stranger sees. The first caller builds it. */
    static Path repository() {
        return Build.REPOSITORY;
    }

    /** The folder that it was built in. */
    static Path copy() {
        repository();
        return Build.COPY;
    }

    /** The name of a module's artifact. */
    static String artifact(String module) {
        return "membersync-" + module;
    }

    /** The newest deployed file of an artifact with this end of its name, such as {@code -sources.jar}. */
    static Path file(String artifact, String end) {
        Pattern name = Pattern.compile(Pattern.quote(artifact) + "-[0-9][-.0-9]*" + Pattern.quote(end));
        try (Stream<Path> files = Files.list(home(artifact))) {
            return files.filter(
                            file -> name.matcher(file.getFileName().toString()).matches())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(artifact + " has no " + end));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of an artifact in the repository. */
    static Path home(String artifact) {
        return repository().resolve(Path.of("dev", "membersync", artifact, VERSION));
    }

    private static final class Build {
        static final Path COPY = copied();
        static final Path REPOSITORY = deployed();

        private static Path copied() {
            Path copy = TARGET.resolve("copy");
            Folders.delete(copy);
            Stream.concat(MODULES.stream(), Stream.of("bom", "test-support", ".mvn"))
                    .forEach(part -> Folders.copySources(ROOT.resolve(part), copy.resolve(part)));
            try {
                String pom = Files.readString(ROOT.resolve("pom.xml"));
                Files.writeString(copy.resolve("pom.xml"), pom.replace("<module>examples</module>", ""));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return copy;
        }

        private static Path deployed() {
            Path repository = TARGET.resolve("repository");
            Folders.delete(repository);
            Maven.run(
                            COPY,
                            "-T",
                            "2",
                            "-Prelease",
                            "-Djavac.checks.main=-Xdiags:compact",
                            "-Dspotless.check.skip",
                            "-Dgpg.skip",
                            "-Dmaven.test.skip",
                            "-Dmdep.analyze.skip",
                            "-Dmaven.install.skip",
                            "-Dmaven.repo.local=" + Maven.LOCAL,
                            "-DaltDeploymentRepository=published::" + repository.toUri(),
                            "deploy")
                    .orFail();
            return repository;
        }
    }
}
