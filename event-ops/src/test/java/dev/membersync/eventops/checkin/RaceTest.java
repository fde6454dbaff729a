package dev.membersync.eventops.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.database.Postgres;
import dev.membersync.eventops.store.JdbcCheckInStore;
import dev.membersync.eventops.store.MemoryCheckInStore;
import dev.membersync.eventops.ticket.Serial;
import dev.membersync.eventops.ticket.Ticket;
import dev.membersync.sync.store.JdbcStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two gates that are online let one ticket in at the same time. */
final class RaceTest {
    private static final int ROUNDS = Boolean.getBoolean("heavy") ? 500 : 20;

    @TempDir
    Path folder;

    /** Each round two gates scan one ticket at once; gives the outcomes of all rounds. */
    private static List<List<Outcome>> race(Fest fest, CheckInStore north, CheckInStore south) throws Exception {
        List<CheckIn> gates = List.of(gate(fest, north), gate(fest, south));
        List<List<Outcome>> rounds = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                Ticket ticket = fest.ticket();
                CyclicBarrier start = new CyclicBarrier(2);
                List<Future<Outcome>> answers = new ArrayList<>();
                for (int gate = 0; gate < 2; gate++) {
                    CheckIn checkIn = gates.get(gate);
                    ScanRequest request = fest.entry("d" + gate, round, ticket.text());
                    answers.add(threads.submit(() -> {
                        start.await();
                        return checkIn.scan(request).outcome();
                    }));
                }
                rounds.add(List.of(answers.get(0).get(), answers.get(1).get()));
                assertThat(gates.get(0).visits(ticket.body().serial()).admissions())
                        .hasSize(1);
            }
        } finally {
            threads.shutdownNow();
        }
        return rounds;
    }

    private static CheckIn gate(Fest fest, CheckInStore store) {
        return CheckIn.of(store, fest.reader(), fest.policy, fest.clock());
    }

    private static void assertOneAdmissionAlways(List<List<Outcome>> rounds) {
        assertThat(rounds)
                .hasSize(ROUNDS)
                .allSatisfy(answers ->
                        assertThat(answers).containsExactlyInAnyOrder(Outcome.ADMITTED, Outcome.ALREADY_ADMITTED));
    }

    @Test
    void twoThreadsOnSqliteGiveOneAdmissionAlways() throws Exception {
        try (JdbcStore database = JdbcStore.open("jdbc:sqlite:" + folder.resolve("store.db"))) {
            CheckInStore store = JdbcCheckInStore.open(database, Fest.EVENT);
            assertOneAdmissionAlways(race(Fest.on(store), store, store));
        }
    }

    @Test
    void twoConnectionsOnPostgresGiveOneAdmissionAlways() throws Exception {
        String url = Postgres.freshUrl();
        try (JdbcStore one = JdbcStore.open(url);
                JdbcStore two = JdbcStore.open(url)) {
            CheckInStore north = JdbcCheckInStore.open(one, Fest.EVENT);
            CheckInStore south = JdbcCheckInStore.open(two, Fest.EVENT);
            assertOneAdmissionAlways(race(Fest.on(north), north, south));
        }
    }

    @Test
    void twoThreadsInMemoryGiveOneAdmissionAlways() throws Exception {
        CheckInStore store = MemoryCheckInStore.create(Fest.EVENT);
        assertOneAdmissionAlways(race(Fest.on(store), store, store));
    }

    /** A store whose transactions see each other's work only when they write, as weaker isolation allows. */
    private record Overtaken(CheckInStore real, List<Runnable> overtaking) implements CheckInStore {
        @Override
        public String event() {
            return real.event();
        }

        @Override
        public <T> T inTransaction(Function<Tx, T> work) {
            if (overtaking.isEmpty()) {
                return real.inTransaction(work);
            }
            Runnable other = overtaking.remove(0);
            try {
                return real.inTransaction(tx -> work.apply(new Stale(tx)));
            } catch (Settling.LostRaceException e) {
                other.run();
                throw e;
            }
        }

        private record Stale(Facts facts, Admissions admissions, Issued issued, Lists lists, Uploads uploads)
                implements Tx {
            Stale(Tx tx) {
                this(tx.facts(), new Taken(tx.admissions()), tx.issued(), tx.lists(), tx.uploads());
            }
        }

        private record Taken(Admissions real) implements Admissions {
            @Override
            public Optional<Attendance> find(Serial serial) {
                return real.find(serial);
            }

            @Override
            public boolean compareAndSet(Attendance next, long expected) {
                return false;
            }

            @Override
            public List<Attendance> page(Optional<Serial> after, int limit) {
                return real.page(after, limit);
            }
        }
    }

    @Test
    void aLostRaceIsDecidedAgainFromWhatIsThereThen() {
        CheckInStore real = MemoryCheckInStore.create(Fest.EVENT);
        Fest fest = Fest.on(real);
        Ticket ticket = fest.ticket();
        List<Runnable> overtaking = new ArrayList<>();
        overtaking.add(() -> assertThat(
                        fest.checkIn().scan(fest.entry("d2", 1, ticket.text())).admits())
                .isTrue());
        CheckIn slow = gate(fest, new Overtaken(real, overtaking));

        assertThat(slow.scan(fest.entry("d1", 1, ticket.text())).outcome()).isEqualTo(Outcome.ALREADY_ADMITTED);
        assertThat(fest.checkIn().visits(ticket.body().serial()).conflicts()).isEmpty();
    }
}
