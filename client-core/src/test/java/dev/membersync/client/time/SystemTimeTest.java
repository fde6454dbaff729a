package dev.membersync.client.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SystemTimeTest {
    private final Time time = Time.system();

    @Test
    void tasksRunOnOneDaemonThread() throws Exception {
        CompletableFuture<Thread> first = new CompletableFuture<>();
        CompletableFuture<Thread> second = new CompletableFuture<>();
        time.after(Duration.ofMillis(1), () -> first.complete(Thread.currentThread()));
        time.after(Duration.ofMillis(2), () -> second.complete(Thread.currentThread()));
        Thread thread = first.get(20, TimeUnit.SECONDS);
        assertThat(thread.isDaemon()).isTrue();
        assertThat(second.get(20, TimeUnit.SECONDS)).isSameAs(thread);
    }

    @Test
    void aCancelledTaskDoesNotRun() throws Exception {
        CompletableFuture<String> ran = new CompletableFuture<>();
        time.after(Duration.ofMillis(50), () -> ran.complete("cancelled one")).cancel();
        time.after(Duration.ofMillis(100), () -> ran.complete("later one"));
        assertThat(ran.get(20, TimeUnit.SECONDS)).isEqualTo("later one");
    }

    @Test
    void theTimeLeftCountsDown() {
        Deadline deadline = Deadline.in(Duration.ofHours(1), time);
        assertThat(deadline.left(time)).isPositive().isLessThanOrEqualTo(Duration.ofHours(1));
    }
}
