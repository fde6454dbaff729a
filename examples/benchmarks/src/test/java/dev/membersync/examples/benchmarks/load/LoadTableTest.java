package dev.membersync.examples.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadTableTest {
    @Test
    void theMedianIsTheOneInTheMiddleOrTheMeanOfTwo() {
        assertThat(Spread.of(List.of(3.0, 1.0, 9.0))).isEqualTo(new Spread(3, 1, 9));
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 9.0)).median()).isEqualTo(3);
        assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRatioToNothingHasNoMeaning() {
        assertThat(Spread.of(List.of(3.0)).ratioTo(Spread.of(List.of(6.0)))).contains(0.5);
        assertThat(Spread.of(List.of(3.0)).ratioTo(Spread.of(List.of(0.0)))).isEmpty();
    }

    @Test
    void subjectsStandSideBySideWithMedianSpreadAndRatio() {
        Map<String, List<Figures>> runs = new LinkedHashMap<>();
        runs.put("membersync", List.of(calls(100), calls(102), calls(110)));
        runs.put("camel:careful", List.of(calls(204), calls(204), calls(204)));

        assertThat(LoadTable.of("W1", runs).markdown()).isEqualTo("""
                ### W1

                |  | membersync | camel:careful | membersync / camel:careful |
                | --- | ---: | ---: | ---: |
                | calls | 102 (100-110) | 204 | 0.50 |
                """);
    }

    @Test
    void whatOnlyOneSubjectHasIsEmptyAtTheOther() {
        Map<String, List<Figures>> runs = new LinkedHashMap<>();
        runs.put("membersync", List.of(calls(1).put(Metric.KILLS, 2)));
        runs.put("camel:lazy", List.of(calls(2)));

        assertThat(LoadTable.of("W6", runs).markdown()).contains("| kills | 2 | - | - |");
    }

    private static Figures calls(double value) {
        return new Figures().put(Metric.CALLS, value);
    }
}
