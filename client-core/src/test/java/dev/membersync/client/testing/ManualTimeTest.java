package dev.membersync.client.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.time.Cancellable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualTimeTest {
    private final ManualTime time = ManualTime.at(Instant.EPOCH);
    private final List<String> log = new ArrayList<>();

    @Test
    void standsStillUntilAdvanced() {
        assertThat(time.instant()).isEqualTo(Instant.EPOCH);
        time.advance(Duration.ofSeconds(3));
        assertThat(time.instant()).isEqualTo(Instant.ofEpochSecond(3));
    }

    @Test
    void runsWhatFallsDueInOrderAtItsTime() {
        time.after(Duration.ofSeconds(2), () -> log.add("b" + time.instant().getEpochSecond()));
        time.after(Duration.ofSeconds(1), () -> {
            log.add("a" + time.instant().getEpochSecond());
            time.after(Duration.ofSeconds(1), () -> log.add("c"));
        });
        time.advance(Duration.ofSeconds(5));
        assertThat(log).containsExactly("a1", "b2", "c");
    }

    @Test
    void doesNotRunWhatWasCancelled() {
        Cancellable task = time.after(Duration.ofSeconds(1), () -> log.add("no"));
        task.cancel();
        time.advance(Duration.ofSeconds(2));
        assertThat(log).isEmpty();
    }

    @Test
    void sleepAdvancesByItself() throws InterruptedException {
        time.sleep(Duration.ofHours(1));
        assertThat(time.nanos()).isEqualTo(Duration.ofHours(1).toNanos());
    }

    @Test
    void sleepEndsWhenInterrupted() {
        Thread sleeper = Thread.currentThread();
        time.after(Duration.ofSeconds(1), sleeper::interrupt);
        assertThatThrownBy(() -> time.sleep(Duration.ofHours(1))).isInstanceOf(InterruptedException.class);
        assertThat(time.instant()).isEqualTo(Instant.ofEpochSecond(1));
    }
}
