package dev.membersync.examples.benchmarks.million;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.examples.benchmarks.Arguments;
import java.util.List;
import org.junit.jupiter.api.Test;

class MillionLinksTest {
    @Test
    void aFewLinksAreMeasuredAsAMillionWouldBe() throws Exception {
        String report = MillionLinks.run(Arguments.parse(
                        MillionLinks.OPTIONS, List.of("--links", "200", "--from", "200", "--warmups", "0")))
                .markdown();

        assertThat(report)
                .contains("First run", "Run without a change")
                .containsPattern("\\| 200 \\| .* \\| 1\\.00 \\| .* \\| 0 \\|");
    }
}
