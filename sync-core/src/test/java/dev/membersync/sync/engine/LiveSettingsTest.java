package dev.membersync.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveSettingsTest {
    private static final LiveSettings DAY =
            new LiveSettings(Duration.ofMinutes(1), Optional.empty(), 200_000, Duration.ofHours(1));

    @ParameterizedTest
    @CsvSource({"10000, P1D", "20000, P2D", "5000, PT12H", "3, PT15M"})
    void fullListsTakeATwentiethOfTheDay(long pages, Duration every) {
        assertThat(DAY.scanEvery(pages)).isEqualTo(every);
    }
}
