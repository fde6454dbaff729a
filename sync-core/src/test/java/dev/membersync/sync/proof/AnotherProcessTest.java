package dev.membersync.sync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A story does not depend on the process that tells it, whose sets and maps have their own order. */
class AnotherProcessTest {
    private static final int SEEDS = 10; // one of each kind of world is among ten

    private static String hashes() {
        return LongStream.range(0, SEEDS)
                .mapToObj(seed -> Story.of(seed).hash())
                .collect(Collectors.joining("\n"));
    }

    /** The other process. */
    public static void main(String[] arguments) {
        System.out.println(hashes());
    }

    @Test
    void tellsTheSameStories() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", // it lives for seconds
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnotherProcessTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(told.strip()).isEqualTo(hashes());
    }
}
