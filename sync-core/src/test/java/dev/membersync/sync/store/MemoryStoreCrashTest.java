package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.policy.Lane;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a memory store holds after a crash. */
final class MemoryStoreCrashTest {
    private final MemoryStore store = MemoryStore.create();

    private static void mark(SyncStore store, String userId) {
        store.inTransaction(StoreContract.SPRING, tx -> {
            tx.work().mark(List.of(userId), Lane.LIVE, StoreContract.NOON);
            return true;
        });
    }

    private static List<WorkItem> items(SyncStore store) {
        return store.inTransaction(StoreContract.SPRING, tx -> tx.work().page("", 9));
    }

    @Test
    void whatWasCommittedSurvives() {
        mark(store, "a");

        List<WorkItem> items = items(store.crash());
        assertThat(items).extracting(WorkItem::userId).containsExactly("a");
    }

    @Test
    void openTransactionIsLostAndFails() {
        mark(store, "a");
        MemoryStore[] next = new MemoryStore[1];

        assertThatThrownBy(() -> store.inTransaction(StoreContract.SPRING, tx -> {
                    tx.work().mark(List.of("b"), Lane.LIVE, StoreContract.NOON);
                    next[0] = store.crash();
                    return true;
                }))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("crashed");
        List<WorkItem> items = items(next[0]);
        assertThat(items).extracting(WorkItem::userId).containsExactly("a");
    }

    @Test
    void crashedStoreRefusesAndDoesNotShareWithTheNext() {
        MemoryStore next = store.crash();

        assertThatThrownBy(() -> mark(store, "a")).isInstanceOf(StoreException.class);
        mark(next, "b");
        List<WorkItem> items = items(next);
        assertThat(items).hasSize(1);
    }

    @Test
    void overlayDiesWithItsStore() {
        try (SyncStore overlay = store.overlay()) {
            mark(overlay, "a");
        }
        List<WorkItem> items = items(store.crash());
        assertThat(items).isEmpty();
    }
}
