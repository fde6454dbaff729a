package dev.membersync.client.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.testing.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real threads, the default executor: however many ask at once, one renewal. */
class ManyThreadsTest {
    private static final int THREADS = 64;

    private final ManualTime time = ManualTime.create();
    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    private final AtomicInteger renewals = new AtomicInteger();
    private final TokenStore store = TokenStore.inMemory();
    private final RenewingTokens tokens =
            RenewingTokens.builder(store, "k", this::renew).time(time).build();

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void sixtyFourThreadsWithAnExpiredTokenCauseOneRenewal(int round) throws Exception {
        store.save("k", Grant.of(Secret.of("old")).expiresAt(time.instant()));
        assertThat(askAll(Optional.empty())).hasSize(THREADS).containsOnly("new-1");
        assertThat(renewals).as("round %s", round).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void sixtyFourCallsRejectedForOneTokenCauseOneRenewal(int round) throws Exception {
        Grant old = Grant.of(Secret.of("old")).expiresAt(time.instant().plus(Duration.ofHours(1)));
        store.save("k", old);
        assertThat(askAll(Optional.empty())).containsOnly("old");
        assertThat(askAll(Optional.of(AccessToken.of(old.accessToken())))).containsOnly("new-1");
        assertThat(renewals).as("round %s", round).hasValue(1);
    }

    private CompletableFuture<Grant> renew(Optional<Grant> current) {
        Grant next = Grant.of(Secret.of("new-" + renewals.incrementAndGet()))
                .expiresAt(time.instant().plus(Duration.ofHours(1)));
        return CompletableFuture.supplyAsync(() -> next, pool);
    }

    private List<String> askAll(Optional<AccessToken> rejected) throws Exception {
        CountDownLatch ready = new CountDownLatch(THREADS - 1);
        List<Future<String>> asking = new ArrayList<>();
        for (int i = 0; i < THREADS - 1; i++) {
            asking.add(pool.submit(() -> {
                ready.countDown();
                ready.await();
                return ask(rejected);
            }));
        }
        List<String> answers = new ArrayList<>();
        ready.await();
        answers.add(ask(rejected));
        for (Future<String> each : asking) {
            answers.add(each.get(10, TimeUnit.SECONDS));
        }
        return answers;
    }

    private String ask(Optional<AccessToken> rejected) throws Exception {
        return tokens.token(rejected).get(10, TimeUnit.SECONDS).value().reveal();
    }
}
