package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same operations on both stores give the same answers and the same state. */
final class StoreDifferenceTest {
    private static final List<Scope> SCOPES = List.of(StoreContract.SPRING, StoreContract.AUTUMN);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void bothStoresAgree(long block) {
        for (long seed = block * 100; seed < block * 100 + 12; seed++) {
            MemoryStore memory = MemoryStore.create();
            try (JdbcStore sqlite = JdbcStore.open("jdbc:sqlite:" + folder.resolve("s" + seed + ".db"))) {
                agree(seed, memory, sqlite);
            }
        }
    }

    private static void agree(long seed, SyncStore memory, SyncStore sqlite) {
        RandomSteps left = new RandomSteps(new SplittableRandom(seed));
        RandomSteps right = new RandomSteps(new SplittableRandom(seed));
        for (int step = 0; step < 60; step++) {
            String expected = left.transaction(memory, SCOPES);
            assertThat(right.transaction(sqlite, SCOPES))
                    .as("seed %d, step %d", seed, step)
                    .isEqualTo(expected);
        }
        assertThat(StateOf.store(sqlite, SCOPES)).as("seed %d", seed).isEqualTo(StateOf.store(memory, SCOPES));
    }
}
