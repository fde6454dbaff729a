package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.policy.Lane;
import dev.membersync.database.Postgres;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several processes on one PostgreSQL store: each store object has a connection of its own, as a process has. */
final class PostgresProcessesTest {
    private final String url = Postgres.freshUrl();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    private JdbcStore here;
    private JdbcStore there;

    @BeforeEach
    void open() {
        here = JdbcStore.open(url);
        there = JdbcStore.open(url + "&ApplicationName=there-" + url.hashCode());
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        here.close();
        there.close();
    }

    private static <T> T ask(SyncStore store, Function<SyncStore.Tx, T> work) {
        return store.inTransaction(StoreContract.SPRING, work);
    }

    private static void run(SyncStore store, Consumer<SyncStore.Tx> work) {
        ask(store, tx -> {
            work.accept(tx);
            return true;
        });
    }

    private static Work work(SyncStore store) {
        return Parts.each(store, StoreContract.SPRING, Work.class, SyncStore.Tx::work);
    }

    private static Meta meta(SyncStore store) {
        return Parts.each(store, StoreContract.SPRING, Meta.class, SyncStore.Tx::meta);
    }

    private static void mark(SyncStore store, String... userIds) {
        run(store, tx -> tx.work().mark(List.of(userIds), Lane.LIVE, StoreContract.NOON));
    }

    private static List<WorkItem> lease(SyncStore store, int limit) {
        return ask(store, tx -> tx.work().lease(limit, "w", StoreContract.NOON, StoreContract.MINUTE));
    }

    @Test
    void leaseOfOneProcessIsNotGivenToAnother() {
        mark(here, "a", "b");

        assertThat(lease(here, 1)).extracting(WorkItem::userId).containsExactly("a");
        assertThat(lease(there, 9)).extracting(WorkItem::userId).containsExactly("b");
        assertThat(lease(here, 9)).isEmpty();
    }

    @Test
    void leaseLastsByTheClockOfTheServer() {
        mark(here, "a");
        lease(here, 1);
        List<WorkItem> byAFastClock = ask(
                there,
                tx -> tx.work().lease(9, "w", StoreContract.NOON.plusSeconds(1_000_000_000), StoreContract.MINUTE));

        assertThat(byAFastClock).isEmpty();
    }

    @Test
    void takeOverLeavesTheLeasesOfALivingProcessAlone() {
        mark(here, "a", "b");
        WorkItem mine = lease(here, 1).get(0);
        WorkItem theirs = lease(there, 1).get(0);
        work(here).takeOver();

        assertThat(work(here).done(mine)).isFalse();
        assertThat(work(there).done(theirs)).isTrue();
    }

    @Test
    void takeOverFreesTheLeasesOfAProcessThatEnded() {
        mark(here, "a");
        lease(there, 1);
        there.close();
        Postgres.breakConnections("there-" + url.hashCode());
        work(here).takeOver();

        assertThat(lease(here, 9)).extracting(WorkItem::userId).containsExactly("a");
    }

    @Test
    void eachItemIsLeasedOnceHoweverManyAsk() throws Exception {
        String[] userIds = new String[60];
        for (int i = 0; i < userIds.length; i++) {
            userIds[i] = "m" + i;
        }
        mark(here, userIds);
        List<Future<List<WorkItem>>> asking = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            JdbcStore store = i % 2 == 0 ? here : there;
            asking.add(threads.submit(() -> lease(store, 3)));
        }
        List<String> leased = new ArrayList<>();
        Set<Long> epochs = new HashSet<>();
        for (Future<List<WorkItem>> each : asking) {
            for (WorkItem item : each.get()) {
                leased.add(item.userId());
                epochs.add(item.epoch());
            }
        }

        assertThat(leased).containsExactlyInAnyOrder(userIds);
        assertThat(epochs).hasSize(20);
    }

    @Test
    void marksOfManyProcessesAreNotLost() throws Exception {
        List<Future<?>> ends = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            JdbcStore store = i % 2 == 0 ? here : there;
            ends.add(threads.submit(() -> {
                for (int n = 0; n < 25; n++) {
                    mark(store, "a");
                }
            }));
        }
        for (Future<?> end : ends) {
            end.get();
        }

        assertThat(work(here).find("a").orElseThrow().seq()).isEqualTo(100);
    }

    /** Under weaker isolation both would see the ticket as it was and the link would lead nowhere. */
    @Test
    void whatATransactionHasReadStaysUntilItEnds() throws Exception {
        run(here, tx -> {
            tx.tickets().save(List.of(StoreContract.seen(StoreContract.names(null, "B", null), 1)));
            tx.tickets().save(List.of(StoreContract.seen("T", 1)));
        });
        CountDownLatch found = new CountDownLatch(1);
        Future<?> linking = threads.submit(() -> run(here, tx -> {
            long row = tx.tickets()
                    .find(StoreContract.names("T", null, null))
                    .orElseThrow()
                    .row();
            found.countDown();
            tx.links().insert(StoreContract.link("a", row));
        }));
        found.await();
        Future<?> joining = threads.submit(() -> run(
                there, tx -> tx.tickets().save(List.of(StoreContract.seen(StoreContract.names("T", "B", null), 1)))));
        linking.get();
        joining.get();

        Map<Long, TicketRow> linked = ask(
                here,
                tx -> tx.tickets()
                        .find(List.of(tx.links().find(List.of("a")).get("a").ticketRow())));
        assertThat(linked).hasSize(1);
    }

    @Test
    void matchKeyHasOneOpenCreateAmongAllProcesses() throws Exception {
        List<Future<Intents.Opened>> opening = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Intent intent = StoreContract.intent("m" + i, OptionalLong.of(7));
            JdbcStore store = i % 2 == 0 ? here : there;
            opening.add(threads.submit(() -> ask(store, tx -> tx.intents().open(intent))));
        }
        List<Intents.Opened> ends = new ArrayList<>();
        for (Future<Intents.Opened> each : opening) {
            ends.add(each.get());
        }

        assertThat(ends).containsOnlyOnce(Intents.Opened.OK).containsOnly(Intents.Opened.OK, Intents.Opened.KEY_BUSY);
    }

    @Test
    void otherProcessesGoOnWhileOneHasAnOverlay() {
        mark(here, "a");
        try (SyncStore overlay = here.overlay()) {
            run(overlay, tx -> {
                tx.work().mark(List.of("a", "planned"), Lane.LIVE, StoreContract.NOON);
                tx.meta().put("fact", "planned");
            });
            mark(there, "a", "b");
            meta(there).put("fact", "real");

            assertThat(work(overlay).page("", 9)).extracting(WorkItem::userId).containsExactly("a", "planned");
            assertThat(work(here).page("", 9)).extracting(WorkItem::userId).containsExactly("a", "b");
        }
        assertThat(meta(here).find("fact")).hasValue("real");
    }

    /** What another process holds is not to be planned about: only the server knows whose lease it is. */
    @Test
    void overlayIsOnTheServerWhileOthersHoldWork() {
        mark(here, "a");
        try (SyncStore overlay = here.overlay(0)) {
            assertThat(overlay).isInstanceOf(MemoryStore.class);
        }
        run(
                there,
                tx -> assertThat(tx.work().lease(1, "w", StoreContract.NOON, StoreContract.MINUTE))
                        .hasSize(1));

        try (SyncStore overlay = here.overlay(0)) {
            assertThat(overlay).isNotInstanceOf(MemoryStore.class);
            run(overlay, tx -> {
                tx.work().takeOver();
                assertThat(tx.work().lease(1, "w", StoreContract.NOON, StoreContract.MINUTE))
                        .isEmpty();
            });
        }
    }

    @Test
    void overlayOfAProcessThatIsKilledLeavesNothing() {
        SyncStore overlay = there.overlay();
        mark(overlay, "planned");
        Postgres.breakConnections("there-" + url.hashCode());

        assertThatThrownBy(() -> mark(overlay, "more")).isInstanceOf(StoreException.class);
        assertThat(work(here).count()).isZero();
        overlay.close();
    }
}
