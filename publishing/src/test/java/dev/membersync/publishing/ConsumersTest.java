package dev.membersync.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Strangers compile against the published artifacts, all warnings on, and run a real plan against the test kit. */
class ConsumersTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void sayWhatIsNotThere() {
        if (!Consumers.jdks().containsKey("JDK 25")) {
            System.err.println("no JDK 25 here (JAVA_25_HOME names none): the consumers run on this JDK alone");
        }
    }

    static Stream<Arguments> onTheClassPath() {
        return Stream.of("class-path", "jackson-oldest", "jackson-2.18", "jackson-2.21")
                .flatMap(ConsumersTest::onEachJdk);
    }

    static Stream<Arguments> onTheModulePath() {
        return onEachJdk("module-path");
    }

    static Stream<Arguments> withOneClient() {
        return onEachJdk("one-client");
    }

    @ParameterizedTest
    @MethodSource
    void onTheClassPath(String name, String jdk) {
        Program run = java(jdk, "-cp", path(name), "org.example.consumer.Consumer", folder.toString());

        assertThat(run.output().lines()).contains(seen());
    }

    @ParameterizedTest
    @MethodSource
    void onTheModulePath(String name, String jdk) {
        Program run = java(
                jdk, "-p", path(name), "-m", "org.example.consumer/org.example.consumer.Consumer", folder.toString());

        assertThat(run.output().lines()).contains(seen()).contains("module true");
    }

    @ParameterizedTest
    @MethodSource
    void withOneClient(String name, String jdk) {
        Program run = java(jdk, "-cp", path(name), "org.example.client.OneClient");

        assertThat(run.output().lines()).contains("members 20 of 20", "refused 401");
    }

    @Test
    void oneClientBringsNoDatabaseNoSchedulerAndNoMonitoring() {
        assertThat(Consumers.classPath("one-client"))
                .extracting(jar -> jar.getFileName().toString())
                .noneMatch(jar ->
                        jar.matches("(sqlite|postgresql|micrometer|db-scheduler|snakeyaml|core-3|membersync-sync).*"))
                .anyMatch(jar -> jar.startsWith("jackson-databind"));
    }

    @ParameterizedTest
    @MethodSource("jacksons")
    void theVersionOfJacksonIsTheStrangersChoice(String name, String version) {
        assertThat(Consumers.classPath(name))
                .extracting(jar -> jar.getFileName().toString())
                .contains("jackson-databind-" + version + ".jar", "jackson-core-" + version + ".jar");
    }

    static Stream<Arguments> jacksons() {
        return Stream.of(
                Arguments.of("jackson-oldest", "2.18.0"),
                Arguments.of("jackson-2.18", "2.18.6"),
                Arguments.of("jackson-2.21", "2.21.3"),
                Arguments.of("class-path", "2.23.0"));
    }

    private static String[] seen() {
        return new String[] {"planned 18", "created 18", "then 0", "code 21"};
    }

    private static Stream<Arguments> onEachJdk(String name) {
        return Consumers.jdks().keySet().stream().map(jdk -> Arguments.of(name, jdk));
    }

    private static String path(String name) {
        return Stream.concat(
                        Stream.of(Consumers.folder(name).resolve("target/classes")), Consumers.classPath(name).stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Program java(String jdk, String... arguments) {
        String java = Consumers.jdks().get(jdk).resolve(Path.of("bin", "java")).toString();
        return Program.run(
                        folder,
                        Stream.concat(Stream.of(java, Program.BRIEF), Stream.of(arguments))
                                .toList())
                .orFail();
    }
}
