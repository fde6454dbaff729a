package dev.membersync.examples.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small runs of the real application in processes of its own; what they measure is not looked at, what they lead to is. */
class LoadsTest {
    private static final int MEMBERS = 12;

    @TempDir
    private Path folder;

    private final Subject subject = Membersync.of(System.getProperty("java.class.path"));

    @Test
    void aFirstLoadMakesOneAttendeeOfEachMemberWithTwoCallsEach() throws Exception {
        try (Round round = round(Workload.W1)) {
            Figures figures = Workload.W1.course().run(round);

            assertThat(round.stage().judge().clean()).isTrue();
            assertThat(round.stage().events().requests().count("orders.create")).isEqualTo(MEMBERS - 1);
            assertThat(figures.value(Metric.DUPLICATES)).contains(0.0);
            assertThat(figures.value(Metric.REFUSED)).contains(0.0);
        }
    }

    @Test
    void aFirstLoadThatIsKilledAgainAndAgainDoublesAndLosesNobody() throws Exception {
        try (Round round = round(Workload.W6)) {
            Figures figures = Workload.W6.course().run(round);

            assertThat(figures.value(Metric.KILLS).orElseThrow()).isPositive();
            assertThat(round.stage().judge().clean()).isTrue();
        }
    }

    @Test
    void aWorkloadThatThereIsNotIsRefusedByName() {
        assertThatThrownBy(() -> Workload.named("W99"))
                .hasMessageContaining("W99")
                .hasMessageContaining("W1");
    }

    private Round round(Workload workload) {
        Map<String, String> options = new HashMap<>(Loads.OPTIONS);
        options.putAll(Map.of(
                "members",
                String.valueOf(MEMBERS),
                "latency",
                "0",
                "rate",
                "1000/1",
                "kill",
                "30calls",
                "store",
                "sqlite"));
        LoadOptions read = LoadOptions.of(name -> options.getOrDefault(name, ""), workload);
        return Round.open(subject, read, workload.task(), Database.sqlite(), folder);
    }
}
