package dev.membersync.examples.benchmarks.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.examples.benchmarks.Arguments;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopbackTest {
    @Test
    void allFourWaysReadFromTheServerInTheOtherProcess() throws Exception {
        String report = Loopback.run(Arguments.parse(Loopback.OPTIONS, List.of("--rounds", "1", "--calls", "5")))
                .markdown();

        assertThat(report).contains("`send`", "`execute`", "`sendAsync`", "`executeAsync`");
    }
}
