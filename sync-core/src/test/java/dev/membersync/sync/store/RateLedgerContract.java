package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.policy.Lane;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.policy.RateLedger;
import dev.membersync.client.policy.RateLimit;
import dev.membersync.client.policy.RateSignal;
import dev.membersync.client.testing.ManualTime;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a ledger promises to the budgets over it. */
interface RateLedgerContract {
    /** The ledger that is tested. */
    RateLedger ledger();

    /** The same as another process sees it. */
    RateLedger another();

    private static byte[] read(RateLedger ledger, String credential) {
        AtomicReference<byte[]> found = new AtomicReference<>();
        ledger.write(credential, (page, nanos, epoch) -> {
            found.set(page);
            return page;
        });
        return found.get();
    }

    private static void keep(RateLedger ledger, String credential, int... bytes) {
        ledger.write(credential, (page, nanos, epoch) -> {
            byte[] next = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                next[i] = (byte) bytes[i];
            }
            return next;
        });
    }

    @Test
    default void pageIsEmptyAtFirstAndThenAsItWasKept() {
        assertThat(read(ledger(), "a")).isEmpty();
        keep(ledger(), "a", 0, 1, -1);

        assertThat(read(another(), "a")).containsExactly(0, 1, -1);
        assertThat(read(another(), "b")).isEmpty();
    }

    @Test
    default void entryThatFailsKeepsNothing() {
        keep(ledger(), "a", 1);
        assertThatThrownBy(() -> ledger().write("a", (page, nanos, epoch) -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(read(another(), "a")).containsExactly(1);
        keep(ledger(), "a", 2);
        assertThat(read(another(), "a")).containsExactly(2);
    }

    @Test
    default void clockAndEpochAreThoseOfTheLedgerWhoeverAsks() {
        List<Long> times = new ArrayList<>();
        List<String> epochs = new ArrayList<>();
        for (RateLedger each : List.of(ledger(), another(), ledger(), another())) {
            each.write("a", (page, nanos, epoch) -> {
                times.add(nanos);
                epochs.add(epoch);
                return page;
            });
        }

        assertThat(times).isSorted();
        assertThat(epochs).containsOnly(epochs.get(0));
    }

    @Test
    default void entriesOnOnePageAreMadeOneAfterTheOther() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (RateLedger each : List.of(ledger(), another(), ledger(), another())) {
                ends.add(threads.submit(() -> {
                    for (int i = 0; i < 25; i++) {
                        each.write("a", (page, nanos, epoch) -> {
                            long count =
                                    page.length == 0 ? 0 : ByteBuffer.wrap(page).getLong();
                            return ByteBuffer.allocate(8).putLong(count + 1).array();
                        });
                    }
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(ByteBuffer.wrap(read(ledger(), "a")).getLong()).isEqualTo(100);
    }

    /** The ledger's clock is moved on, the processes' own stands still: no permit is used too late by a slow machine. */
    @Test
    default void twoProcessesTogetherGetWhatTheLimitAllowsAndNoMore() throws Exception {
        RateLimit limit = RateLimit.of(50, Duration.ofHours(1));
        AtomicLong later = new AtomicLong();
        ManualTime time = ManualTime.create();
        List<RateBudget> budgets = new ArrayList<>();
        for (RateLedger each : List.of(ledger(), another())) {
            RateLedger moved = (credential, entry) ->
                    each.write(credential, (page, nanos, epoch) -> entry.write(page, nanos + later.get(), epoch));
            budgets.add(RateBudget.shared(limit, time, moved, "a", "party"));
        }
        assertThat(budgets.get(0).turn(Lane.LIVE).granted()).isTrue();
        budgets.get(0).learn(RateSignal.NONE);
        later.set(Duration.ofHours(3).toNanos());

        ExecutorService threads = Executors.newFixedThreadPool(6);
        int granted = 0;
        try {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                RateBudget budget = budgets.get(i % 2);
                counts.add(threads.submit(() -> {
                    int count = 0;
                    while (budget.turn(Lane.LIVE).granted()) {
                        count++;
                    }
                    return count;
                }));
            }
            for (Future<Integer> count : counts) {
                granted += count.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(granted).isEqualTo(50);
    }
}
