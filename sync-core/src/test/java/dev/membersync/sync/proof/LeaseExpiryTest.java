package dev.membersync.sync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.database.Postgres;
import dev.membersync.sync.store.GivenTime;
import dev.membersync.sync.store.JdbcStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * F-71: an engine is paused for longer than its lease, at every step it takes; another one does the work meanwhile, and the
 * first one goes on as if it still had its lease. Both have a connection of their own.
 */
@Timeout(900)
class LeaseExpiryTest {
    /** Longer than any lease. */
    private static final Duration PAUSE = Duration.ofMinutes(40);

    private record Way(Kind kind, List<Act> script) {
        private long steps() {
            Sim whole = Sim.inMemory(kind);
            script.forEach(act -> act.move().accept(whole));
            return whole.steps();
        }

        private List<String> pausedAt(long point, Disk disk) {
            Sim sim = Sim.on(kind, disk, Variation.NONE);
            sim.visitAt(point, PAUSE);
            script.forEach(act -> act.move().accept(sim));
            return sim.rest().stream()
                    .map(what -> "paused at " + point + ": " + what)
                    .toList();
        }
    }

    private static List<Way> ways() {
        return List.of(new Way(Kind.ONE_WAY, Script.little()), new Way(Kind.BOTH_WAYS, Script.crossing()));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aPauseLongerThanTheLeaseAtAnyStepDoublesAndLosesNothing(Way way) { // F-71
        assertThat(LongStream.rangeClosed(1, way.steps())
                        .parallel()
                        .boxed()
                        .flatMap(point -> way.pausedAt(point, Disk.inMemory()).stream()))
                .isEmpty();
    }

    @Test
    void twoProcessesOnOnePostgresqlDoubleAndLoseNothingWhenALeaseExpires() { // F-31, F-71
        String url = Postgres.freshUrl();
        List<String> broken = new ArrayList<>();
        try (JdbcStore one = GivenTime.open(url);
                JdbcStore other = GivenTime.open(url)) {
            for (Way way : ways()) {
                long steps = way.steps();
                for (long point = 1; point <= steps; point += Heavy.of(31, 1)) {
                    Postgres.empty(url);
                    broken.addAll(way.pausedAt(point, Disk.shared(one, other)));
                }
            }
        }
        assertThat(broken).isEmpty();
    }
}
