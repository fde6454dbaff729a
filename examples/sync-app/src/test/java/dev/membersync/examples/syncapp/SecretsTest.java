package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * No key, token, password or personal value shows in a log at its most talkative level, a stack trace, a report, a page, a
 * file of evidence, a row of the store or a {@code toString}, after {@link SecretStory everything} on PostgreSQL and with
 * OAuth. {@link PersonalDataTest} is the same on SQLite, where a process is killed.
 */
class SecretsTest {
    private static final int AROUND = 80;

    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void nothingSecretShowsAnywhere() throws Exception {
        Path log = folder.resolve("log.txt");
        Process story = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", // it lives for seconds
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                        "-Djava.util.logging.config.file=" + everythingLogged(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SecretStory.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(story.waitFor(280, TimeUnit.SECONDS)).isTrue();
        assertThat(story.exitValue()).as(() -> end(log)).isZero();

        assertThat(Files.readString(log)).contains("TRACE", "FINEST");
        theStoryIsARealOne();
        assertThat(tellTales()).isEmpty();
    }

    private void theStoryIsARealOne() throws IOException {
        List<String> secrets = Files.readAllLines(folder.resolve("secrets.txt"));
        assertThat(secrets).hasSizeGreaterThan(9);
        StringBuilder all = new StringBuilder();
        for (Path file : files()) {
            all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        assertThat(all.toString())
                .contains("sync ended with 1", "sync ended with 2", "sync ended with 4", "doctor ended with 2")
                .contains("sync_audit", "sync_review", "membersync_hooks_total", "\"gate\":\"sync\"", "\tat ")
                .contains("TenantConfig[", "MembershipsClient", "Contact[", "Attendee[", "Order[");
    }

    private List<String> tellTales() throws IOException {
        List<String> needles = new ArrayList<>(List.of(SecretWorld.MARK));
        for (String secret : Files.readAllLines(folder.resolve("secrets.txt"))) {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            needles.add(secret.toLowerCase(Locale.ROOT));
            needles.add(HexFormat.of().formatHex(bytes));
            needles.add(
                    Base64.getEncoder().withoutPadding().encodeToString(bytes).toLowerCase(Locale.ROOT));
        }
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            needles.stream()
                    .filter(text::contains)
                    .forEach(needle -> found.add(told(file, text, text.indexOf(needle))));
        }
        return found;
    }

    private static String told(Path file, String text, int at) {
        return file.getFileName() + ": "
                + text.substring(Math.max(0, at - AROUND), Math.min(text.length(), at + AROUND));
    }

    /** All that was said; what the process was given is not. */
    private List<Path> files() throws IOException {
        try (Stream<Path> said = Files.walk(folder.resolve("said"))) {
            return Stream.concat(Stream.of(folder.resolve("log.txt")), said.filter(Files::isRegularFile))
                    .toList();
        }
    }

    /** The JDK's own HTTP server names the paths that are asked for, of which one holds a secret: docs/security.md. */
    private Path everythingLogged() throws IOException {
        return Files.writeString(folder.resolve("logging.properties"), """
                handlers=java.util.logging.ConsoleHandler
                .level=ALL
                java.util.logging.ConsoleHandler.level=ALL
                com.sun.net.httpserver.level=INFO
                sun.net.www.protocol.http.level=INFO
                """);
    }

    private static String end(Path log) {
        try {
            String text = Files.readString(log);
            return text.substring(Math.max(0, text.length() - 4_000));
        } catch (IOException e) {
            return e.getClass().getName();
        }
    }
}
