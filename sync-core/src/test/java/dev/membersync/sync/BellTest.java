package dev.membersync.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BellTest {
    private static final int WORKERS = 4;

    private final Bell bell = new Bell();
    private final List<Thread> threads = new ArrayList<>();
    private final BlockingQueue<String> woken = new LinkedBlockingQueue<>();

    @AfterEach
    void end() throws InterruptedException {
        bell.ringForAll();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void aRingWakesTheOneWhoTendsAndOneWorker() throws InterruptedException {
        startWorkers();
        start("tender", () -> bell.awaitTending(0));

        bell.ring();

        assertThat(bell.waiting()).isEqualTo(WORKERS - 1);
        assertThat(List.of(woken.take(), woken.take())).containsExactlyInAnyOrder("tender", "worker");
    }

    @Test
    void whoeverFindsWorkWakesTheNext() throws InterruptedException {
        startWorkers();
        bell.ring();

        bell.more();

        assertThat(bell.waiting()).isEqualTo(WORKERS - 2);
        assertThat(List.of(woken.take(), woken.take())).containsOnly("worker");
    }

    @Test
    void whatRangWhileSomebodyLookedIsNotSleptThrough() throws InterruptedException {
        long before = bell.rings();
        bell.ring();

        bell.awaitWork(before);
        bell.awaitTending(before);

        assertThat(bell.waiting()).isZero();
    }

    @Test
    void theEndWakesEverybody() throws InterruptedException {
        startWorkers();

        bell.ringForAll();

        assertThat(bell.waiting()).isZero();
    }

    private void startWorkers() {
        for (int i = 0; i < WORKERS; i++) {
            start("worker", () -> bell.awaitWork(0));
        }
        while (bell.waiting() < WORKERS) {
            Thread.onSpinWait();
        }
    }

    private void start(String name, Waiting waiting) {
        Thread thread = new Thread(() -> {
            try {
                waiting.run();
                woken.add(name);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        threads.add(thread);
        thread.start();
    }

    private interface Waiting {
        void run() throws InterruptedException;
    }
}
