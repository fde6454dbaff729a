package dev.membersync.examples.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.membersync.testkit.Fault;
import dev.membersync.testkit.RequestLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Limit LIMIT = new Limit(10, 10);

    @Test
    void aSurplusCallShowsInTheCallsOfItsOperation() {
        Journal journal = Journal.of(List.of(get(0), get(1), post(2)), 1);

        assertThat(journal.calls()).isEqualTo(3);
        assertThat(journal.byOperation()).containsEntry("GET read", 2L).containsEntry("POST write", 1L);
        assertThat(new Figures()
                        .calls(journal, Journal.of(List.of(), 0), LIMIT, 2, 1)
                        .value(Metric.PER_CHANGE))
                .contains(3.0);
    }

    @Test
    void aRefusalThatWasInjectedIsNotOneOfTheLimit() {
        Journal journal =
                Journal.of(List.of(entry(0, "POST", 429, null), entry(1, "POST", 429, Fault.TOO_MANY_BARE)), 0);

        assertThat(journal.refused()).isEqualTo(1);
    }

    @Test
    void theFullestWindowIsAShareOfTheLimit() {
        List<RequestLog.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            entries.add(post(i * 1_000L));
        }
        entries.add(post(60_000));

        assertThat(Journal.of(entries, 0).fullest(LIMIT)).isEqualTo(0.9);
    }

    @Test
    void theMeanGoesFromTheFirstWriteToTheLast() {
        List<RequestLog.Entry> entries = new ArrayList<>();
        entries.add(get(0));
        for (int i = 0; i <= 20; i++) {
            entries.add(post(100_000 + i * 1_000L));
        }

        assertThat(Journal.of(entries, 0).mean(LIMIT)).isEqualTo(1.0, within(0.001));
        assertThat(Journal.of(entries.subList(0, 5), 0).mean(LIMIT)).isZero();
    }

    @Test
    void whatComesInTheSecondWindowAfterAForcedRefusalIsTheRecovery() {
        List<RequestLog.Entry> entries = new ArrayList<>();
        entries.add(entry(0, "POST", 429, Fault.TOO_MANY_BARE));
        for (int i = 0; i < 8; i++) {
            entries.add(post(10_500 + i * 1_000L));
        }

        assertThat(Journal.of(entries, 0).afterRefusal(LIMIT)).isEqualTo(0.8);
        assertThat(Journal.of(List.of(post(0)), 0).afterRefusal(LIMIT)).isZero();
    }

    private static RequestLog.Entry get(long millis) {
        return entry(millis, "GET", 200, null);
    }

    private static RequestLog.Entry post(long millis) {
        return entry(millis, "POST", 200, null);
    }

    private static RequestLog.Entry entry(long millis, String method, int status, @Nullable Fault fault) {
        return new RequestLog.Entry(
                START.plus(Duration.ofMillis(millis)),
                method.equals("GET") ? "read" : "write",
                method,
                "/",
                "/",
                status,
                false,
                fault);
    }
}
