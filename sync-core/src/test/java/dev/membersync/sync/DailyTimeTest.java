package dev.membersync.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyTimeTest {
    private static DailyTime at(String time, String zone) {
        return new DailyTime(LocalTime.parse(time), ZoneId.of(zone));
    }

    @ParameterizedTest(name = "{0} {1} after {2}")
    @CsvSource({
        "02:30, Europe/Paris, 2026-01-10T00:00:00Z, 2026-01-10T01:30:00Z", // today
        "02:30, Europe/Paris, 2026-01-10T01:30:00Z, 2026-01-11T01:30:00Z", // just now is over
        "02:30, America/New_York, 2026-01-10T03:00:00Z, 2026-01-10T07:30:00Z", // yesterday there
        "02:30, Europe/Paris, 2026-03-28T12:00:00Z, 2026-03-29T01:30:00Z", // the clocks skip it: 03:30 summer time
        "02:30, Europe/Paris, 2026-03-29T01:30:00Z, 2026-03-30T00:30:00Z",
        "02:30, Europe/Paris, 2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z", // they show it twice: the first one
        "02:30, Europe/Paris, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z", // and not the second
        "00:00, America/Havana, 2026-03-07T12:00:00Z, 2026-03-08T05:00:00Z", // the day begins at 01:00
    })
    void itComesNextAt(String time, String zone, Instant after, Instant next) {
        assertThat(at(time, zone).next(after)).isEqualTo(next);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"02:30, Europe/Paris", "02:30, America/New_York", "01:30, Australia/Lord_Howe", "23:59, UTC"})
    void itComesOnceOnEachDay(String time, String zone) {
        DailyTime daily = at(time, zone);
        List<String> days = new ArrayList<>();
        Instant now = Instant.parse("2026-01-01T12:00:00Z");
        for (int i = 0; i < 365; i++) {
            now = daily.next(now);
            days.add(daily.day(now).toString());
        }

        assertThat(days).hasSize(365).doesNotHaveDuplicates().isSorted();
        assertThat(LocalDate.parse(days.get(364)))
                .isEqualTo(LocalDate.parse(days.get(0)).plusDays(364));
    }

    @Test
    void theDayIsThatOfTheZone() {
        assertThat(at("02:30", "America/New_York").day(Instant.parse("2026-01-10T03:00:00Z")))
                .hasToString("2026-01-09");
    }
}
