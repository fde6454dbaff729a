package dev.membersync.accelevents.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class WireTimeTest {
    private static final LocalDateTime MARCH_FOURTH = LocalDateTime.of(2026, 3, 4, 17, 6, 9);

    @Test
    void theClientDateIsDayFirst() {
        assertThat(WireTime.CLIENT.format(MARCH_FOURTH)).isEqualTo("04/03/2026 17:06:09");
    }

    @Test
    void theSearchTimeIsMonthFirst() {
        assertThat(WireTime.SEARCH.format(MARCH_FOURTH)).isEqualTo("03/04/2026 17:06:09");
    }

    @Test
    void anEventTimeIsReadInTheZoneOfTheEvent() {
        var time = WireTime.read("2026/03/04 17:06", WireTime.EVENT);
        assertThat(time.at(ZoneId.of("America/New_York"))).contains(Instant.parse("2026-03-04T22:06:00Z"));
    }

    @Test
    void aTextInAnotherLayoutIsKeptAsText() {
        var time = WireTime.read("soon", WireTime.EVENT);
        assertThat(time.text()).isEqualTo("soon");
        assertThat(time.at(ZoneOffset.UTC)).isEmpty();
    }
}
