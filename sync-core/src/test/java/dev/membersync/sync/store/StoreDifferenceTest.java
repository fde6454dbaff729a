package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.database.Postgres;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same operations on all stores give the same answers and the same state. */
final class StoreDifferenceTest {
    private static final List<Scope> SCOPES = List.of(StoreContract.SPRING, StoreContract.AUTUMN);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void memoryAndSqliteAgree(long block) {
        for (long seed = block * 100; seed < block * 100 + 12; seed++) {
            try (JdbcStore sqlite = JdbcStore.open("jdbc:sqlite:" + folder.resolve("s" + seed + ".db"))) {
                agree(seed, MemoryStore.create(), sqlite);
            }
        }
    }

    @Test
    void memoryAndPostgresAgree() {
        memoryAndPostgresAgree(900, 6);
    }

    @Test
    @Tag("heavy")
    void memoryAndPostgresAgreeAtLength() {
        memoryAndPostgresAgree(1000, 100);
    }

    private static void memoryAndPostgresAgree(long first, int seeds) {
        String url = Postgres.freshUrl();
        for (long seed = first; seed < first + seeds; seed++) {
            try (JdbcStore postgres = GivenTime.open(url)) {
                Postgres.empty(url);
                agree(seed, MemoryStore.create(), postgres);
            }
        }
    }

    /** Both overlays of one store go on as another store does that has gone the whole way. */
    @Test
    void overlaysOnTheServerAndInMemoryAgree() {
        String url = Postgres.freshUrl();
        for (long memory : new long[] {0, 10_000_000}) {
            for (long seed = 910; seed < 916; seed++) {
                try (JdbcStore postgres = GivenTime.open(url, memory)) {
                    Postgres.empty(url);
                    MemoryStore other = MemoryStore.create();
                    RandomSteps left = new RandomSteps(new SplittableRandom(seed));
                    RandomSteps right = new RandomSteps(new SplittableRandom(seed));
                    agree(seed, left, other, right, postgres);
                    try (SyncStore overlay = postgres.overlay(0)) {
                        assertThat(overlay instanceof MemoryStore).isEqualTo(memory > 0);
                        agree(seed, left, other, right, overlay);
                    }
                }
            }
        }
    }

    private static void agree(long seed, SyncStore memory, SyncStore database) {
        agree(
                seed,
                new RandomSteps(new SplittableRandom(seed)),
                memory,
                new RandomSteps(new SplittableRandom(seed)),
                database);
    }

    private static void agree(long seed, RandomSteps left, SyncStore memory, RandomSteps right, SyncStore database) {
        for (int step = 0; step < 60; step++) {
            String expected = left.transaction(memory, SCOPES);
            assertThat(right.transaction(database, SCOPES))
                    .as("seed %d, step %d", seed, step)
                    .isEqualTo(expected);
        }
        assertThat(StateOf.store(database, SCOPES)).as("seed %d", seed).isEqualTo(StateOf.store(memory, SCOPES));
    }
}
