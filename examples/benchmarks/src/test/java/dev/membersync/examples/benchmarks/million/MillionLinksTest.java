package dev.membersync.examples.benchmarks.million;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.examples.benchmarks.Arguments;
import java.util.List;
import org.junit.jupiter.api.Test;

class MillionLinksTest {
    @Test
    void aFewLinksAreMeasuredAsAMillionWouldBe() throws Exception {
        String report = MillionLinks.run(Arguments.parse(
                        MillionLinks.OPTIONS,
                        List.of("--links", "50", "--from", "50", "--warmups", "0", "--rescans", "2")))
                .markdown();

        assertThat(report)
                .contains("First run", "Run without a change")
                .containsPattern("\\| 50 \\| .* \\| 1\\.00 \\| .* \\| 0 \\|");
    }
}
