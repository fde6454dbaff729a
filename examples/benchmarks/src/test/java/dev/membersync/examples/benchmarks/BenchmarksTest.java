package dev.membersync.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchmarksTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theHelpNamesEveryCommand() throws Exception {
        assertThat(run("help")).isZero();

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(Benchmarks.commands().stream().map(Command::name).toList());
    }

    @Test
    void aWordThatIsNoCommandIsWrongUsage() throws Exception {
        assertThat(run("nothing")).isEqualTo(2);
        assertThat(out.size()).isZero();
    }

    @Test
    void anUnknownOptionIsWrongUsageAndNamesTheOnesThereAre() throws Exception {
        assertThat(run("hook", "--turns", "3")).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("unknown option --turns")
                .contains("--rounds");
    }

    @Test
    void whatIsNotGivenHasItsDefault() {
        Arguments arguments = Arguments.parse(Map.of("links", "1000", "store", "sqlite"), List.of("--links=2_000"));

        assertThat(arguments.whole("links")).isEqualTo(2_000);
        assertThat(arguments.text("store")).isEqualTo("sqlite");
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        Arguments arguments = Arguments.parse(Map.of("links", "1000"), List.of("--links", "many"));

        assertThatThrownBy(() -> arguments.whole("links")).hasMessageContaining("--links takes a whole number");
    }

    @Test
    void aTableIsMarkdown() {
        assertThat(Table.of("Calls", "way", "time").row("raw", 1.5).markdown()).isEqualTo("""
                ### Calls

                | way | time |
                | --- | ---: |
                | raw | 1.5 |
                """);
    }

    private int run(String... words) throws Exception {
        return Benchmarks.run(
                List.of(words),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
