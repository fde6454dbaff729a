package dev.membersync.eventops.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days and settings of a policy. */
final class DoorPolicyTest {
    private final DoorPolicy policy = DoorPolicy.of(Fest.ZONE).withDays(Map.of(), LocalTime.of(6, 0));

    @ParameterizedTest
    @CsvSource({
        "2027-02-27T04:59:59Z, 2027-02-26",
        "2027-02-27T05:00:00Z, 2027-02-27",
        "2027-03-28T03:59:59Z, 2027-03-27",
        "2027-03-28T04:00:00Z, 2027-03-28",
        "2027-10-31T04:59:59Z, 2027-10-30",
        "2027-10-31T05:00:00Z, 2027-10-31"
    })
    void aDayBeginsAtSixByTheClockOnTheWallAlsoWhenClocksAreChanged(Instant now, LocalDate day) {
        assertThat(policy.day(now)).isEqualTo(day);
    }

    @Test
    void aTicketForDaysIsForNoOtherDay() {
        DoorPolicy days = policy.withDays(Map.of(LocalDate.of(2027, 2, 27), 2), LocalTime.MIDNIGHT);
        assertThat(days.isWrongDay(2, Fest.NOON)).isFalse();
        assertThat(days.isWrongDay(1, Fest.NOON)).isTrue();
        assertThat(days.isWrongDay(0xffff, Fest.NOON.plus(Duration.ofDays(1)))).isTrue();
        assertThat(policy.isWrongDay(1, Fest.NOON)).isFalse();
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatThrownBy(() -> ClassPolicy.DEFAULT.withGrace(Duration.ofSeconds(-1)))
                .hasMessageContaining("use zero or more");
        assertThatThrownBy(() -> new Gate("north", Set.of(), 0x10000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Grant(1, 0, null, null)).hasMessageContaining("0 would admit nowhere");
        assertThatThrownBy(() -> new FactId("scanner 1", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FactId("s1", 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
