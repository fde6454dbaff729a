package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.database.Postgres;
import dev.membersync.sync.story.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which transactions of several processes on one PostgreSQL store wait for each other. */
@Timeout(120)
final class PostgresTurnsTest {
    private static final Scope A = new Scope("a", "spring", "", "members-to-attendees");
    private static final Scope A_ELSEWHERE = new Scope("a", "autumn", "", "payments");
    private static final Scope B = new Scope("b", "spring", "", "members-to-attendees");

    private final String url = Postgres.freshUrl();
    private final String thereName = "turns-" + url.hashCode();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    private JdbcStore here;
    private JdbcStore there;

    @BeforeEach
    void open() {
        here = JdbcStore.open(url);
        there = JdbcStore.open(url + "&ApplicationName=" + thereName);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        here.close();
        there.close();
    }

    private static String find(SyncStore store, Scope scope) {
        return store.inTransaction(scope, tx -> tx.meta().find("fact").orElse("nothing"));
    }

    private static String putAndSay(SyncStore store, Scope scope, String fact) {
        return store.inTransaction(scope, tx -> {
            tx.meta().put("fact", fact);
            return fact;
        });
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("it waits for somebody it should not wait for", e);
        }
    }

    /** What this work gives that runs while a transaction of a scope is open, and whether it had to wait for its end. */
    private <T> T behind(Scope open, Supplier<T> work) {
        AtomicReference<Future<T>> started = new AtomicReference<>();
        here.inTransaction(open, tx -> {
            Future<T> waiting = threads.submit(work::get);
            started.set(waiting);
            while (!Postgres.waits(thereName)) {
                assertThat(waiting).as("it did not wait").isNotDone();
            }
            tx.meta().put("fact", "written while the other waited");
            return true;
        });
        return get(started.get());
    }

    @Test
    void twoAccountsDoNotWaitForEachOther() {
        String seen = here.inTransaction(A, tx -> {
            tx.cursors().save(new Cursor("feed", "a", 0, 0));
            get(threads.submit(() -> there.inTransaction(B, other -> {
                other.cursors().save(new Cursor("feed", "b", 0, 0));
                return true;
            })));
            return tx.cursors().find("feed").value();
        });

        assertThat(seen).isEqualTo("a");
        assertThat(there.<String>inTransaction(
                        B, tx -> tx.cursors().find("feed").value()))
                .isEqualTo("b");
    }

    @Test
    void transactionsOfOneAccountTakeTurnsWhateverTheirScope() {
        assertThat(behind(A, () -> find(there, A_ELSEWHERE))).isEqualTo("written while the other waited");
    }

    @Test
    void transactionWithoutAnAccountWaitsForEveryAccount() {
        assertThat(behind(A, () -> find(there, Scope.NONE))).isEqualTo("written while the other waited");
    }

    @Test
    void everyAccountWaitsForATransactionWithoutAnAccount() {
        assertThat(behind(Scope.NONE, () -> find(there, A))).isEqualTo("written while the other waited");
    }

    @Test
    void workOnAnAnnexWaitsForEveryAccount() {
        Supplier<Optional<String>> annex = () -> there.inTransaction(
                session -> session.one("SELECT fact FROM sync_meta WHERE name='fact'", row -> row.text(1)));

        assertThat(behind(A, annex)).hasValue("written while the other waited");
    }

    /** An account that is busy all the time does not keep those out who want to be alone. */
    @Test
    void whoWaitsToBeAloneGoesBeforeThoseWhoCameLater() {
        AtomicReference<Future<String>> alone = new AtomicReference<>();
        AtomicReference<Future<String>> late = new AtomicReference<>();
        try (JdbcStore third = JdbcStore.open(url)) {
            here.inTransaction(A, tx -> {
                alone.set(threads.submit(() -> putAndSay(there, Scope.NONE, "alone")));
                while (!Postgres.waits(thereName)) {
                    assertThat(alone.get()).isNotDone();
                }
                late.set(threads.submit(() -> find(third, B)));
                return true;
            });
            assertThat(get(late.get())).isEqualTo("alone");
        }
    }

    /** Under another isolation the state would be that of before the wait. */
    @ParameterizedTest
    @ValueSource(strings = {"repeatable%5C%20read", "serializable"})
    void turnSeesWhatTheOneBeforeItWroteWhateverTheRoleIsSetTo(String isolation) {
        there.close();
        there = JdbcStore.open(
                url + "&ApplicationName=" + thereName + "&options=-c%20default_transaction_isolation=" + isolation);

        assertThat(behind(A, () -> find(there, A))).isEqualTo("written while the other waited");
    }

    @Test
    void accountsThatComeAtOnceEachGetAScopeOfTheirOwn() {
        List<Scope> scopes = Stream.of("c", "d", "e", "f", "g", "h")
                .map(account -> new Scope(account, "spring", "", "w"))
                .toList();
        CountDownLatch both = new CountDownLatch(2);
        List<Future<Boolean>> ends = Stream.of(here, there)
                .map(store -> threads.submit(() -> {
                    both.countDown();
                    both.await();
                    scopes.forEach(scope -> store.inTransaction(scope, tx -> {
                        Cursor read = tx.cursors().find(scope.account());
                        tx.cursors().save(new Cursor(scope.account(), "", read.generation() + 1, 0));
                        return true;
                    }));
                    return true;
                }))
                .toList();
        ends.forEach(PostgresTurnsTest::get);

        scopes.forEach(scope -> assertThat(here.<Long>inTransaction(
                        scope, tx -> tx.cursors().find(scope.account()).generation()))
                .isEqualTo(2));
    }

    /** Of two accounts that start at once on a new store, the second one has to see the key of the first. */
    @Test
    void keyAndAccountsOfAStoreAreCheckedAlone() {
        StoreKey first = StoreKey.ofSecret("the key of one account");
        StoreKey second = StoreKey.ofSecret("the key of the other account");
        AtomicReference<Future<KeyState>> started = new AtomicReference<>();
        KeyState taken = here.inTransaction(Scope.NONE, tx -> {
            KeyState state = first.state(tx.meta());
            started.set(threads.submit(() -> there.inTransaction(Scope.NONE, other -> second.state(other.meta()))));
            while (!Postgres.waits(thereName)) {
                assertThat(started.get()).isNotDone();
            }
            return state;
        });

        assertThat(taken).isEqualTo(KeyState.NEW);
        assertThat(get(started.get())).isEqualTo(KeyState.CHANGED);
    }

    @Test
    void anEngineThatStartsWaitsForTheOtherAccountsToReadWhoseStoreItIs() {
        World world = World.ordinary();
        world.store = there;

        assertThat(behind(A, () -> {
                    world.build(World.EVENT).close();
                    return "started";
                }))
                .isEqualTo("started");
    }

    /** And it is the state that the overlay began with, too. */
    @Test
    void readingBesideAnOverlaySeesOneState() {
        putAndSay(here, A, "before");
        try (SyncStore overlay = here.overlay()) {
            String twice = here.inTransaction(A, tx -> {
                String before = tx.meta().find("fact").orElseThrow();
                putAndSay(there, A, "meanwhile");
                return before + " " + tx.meta().find("fact").orElseThrow();
            });

            assertThat(twice).isEqualTo("before before");
            assertThat(find(overlay, A)).isEqualTo("before");
            assertThat(find(here, A)).isEqualTo("meanwhile");
        }
    }

    @Test
    void processThatDiesInItsTurnGivesItBack() {
        AtomicReference<Future<String>> next = new AtomicReference<>();
        here.inTransaction(A, tx -> {
            next.set(threads.submit(() -> there.inTransaction(A, other -> {
                Postgres.breakConnections(thereName);
                return "gone";
            })));
            while (!Postgres.waits(thereName)) {
                assertThat(next.get()).isNotDone();
            }
            return true;
        });

        assertThat(next.get()).failsWithin(Duration.ofSeconds(60));
        assertThat(putAndSay(here, A, "after")).isEqualTo("after");
    }
}
