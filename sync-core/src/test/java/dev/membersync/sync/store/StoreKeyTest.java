package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where store keys come from and how a changed one is noticed. */
final class StoreKeyTest {
    @TempDir
    Path folder;

    private final MemoryStore store = MemoryStore.create();

    private KeyState state(StoreKey key) {
        return store.inTransaction(StoreContract.SPRING, tx -> key.state(tx.meta()));
    }

    @Test
    void equalSecretsGiveEqualKeys() {
        assertThat(StoreKey.ofSecret("a long random text").bytes())
                .hasSize(32)
                .isEqualTo(StoreKey.ofSecret("a long random text").bytes())
                .isNotEqualTo(StoreKey.ofSecret("a long random texT").bytes());
    }

    @Test
    void aSealIsOfOneKeyOnePurposeAndOneContent() {
        StoreKey key = StoreKey.ofSecret("a long random text");
        String seal = key.seal("evidence", new byte[] {1, 2});

        assertThat(seal).matches("[0-9a-f]{64}").isEqualTo(key.seal("evidence", new byte[] {1, 2}));
        assertThat(seal).isNotEqualTo(key.seal("evidence", new byte[] {1, 3}));
        assertThat(seal).isNotEqualTo(key.seal("other", new byte[] {1, 2}));
        assertThat(seal).isNotEqualTo(StoreKey.ofSecret("a long random texT").seal("evidence", new byte[] {1, 2}));
    }

    @Test
    void shortSecretIsRefusedAndNotShown() {
        assertThatThrownBy(() -> StoreKey.ofSecret("hunter2"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("at least 16")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void keyFileIsMadeOnceAndReadAgain() {
        Path file = folder.resolve("store.db.key");
        StoreKey made = StoreKey.ofFile(file, new SplittableRandom(1));

        assertThat(StoreKey.ofFile(file, new SplittableRandom(2)).bytes()).isEqualTo(made.bytes());
    }

    @Test
    void keyFileIsForItsOwnerOnlyAndTheOnlyFileMade() throws IOException {
        Path file = folder.resolve("store.db.key");
        StoreKey key = StoreKey.ofFile(file, new SplittableRandom(1));

        assertThat(key.toString()).isEqualTo("StoreKey[***]");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void leftoverOfACrashWhileMakingAKeyIsReplaced() throws IOException {
        Files.writeString(folder.resolve("store.db.key.new"), "half");

        assertThat(StoreKey.ofFile(folder.resolve("store.db.key"), new SplittableRandom(1))
                        .bytes())
                .hasSize(32);
    }

    @Test
    void fileThatIsNoKeyIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "0123");

        assertThatThrownBy(() -> StoreKey.ofFile(file, new SplittableRandom(1)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("holds no key");
    }

    @Test
    void folderThatIsMissingIsNamed() {
        Path file = folder.resolve("none").resolve("key");

        assertThatThrownBy(() -> StoreKey.ofFile(file, new SplittableRandom(1)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void firstKeyIsNewAndThenTheSame() {
        StoreKey key = StoreKey.random(new SplittableRandom(1));

        assertThat(state(key)).isEqualTo(KeyState.NEW);
        assertThat(state(key)).isEqualTo(KeyState.SAME);
    }

    @Test
    void otherKeyIsChangedUntilItIsAdopted() {
        StoreKey first = StoreKey.random(new SplittableRandom(1));
        StoreKey second = StoreKey.random(new SplittableRandom(2));

        assertThat(state(first)).isEqualTo(KeyState.NEW);
        assertThat(state(second)).isEqualTo(KeyState.CHANGED);
        assertThat(state(second)).isEqualTo(KeyState.CHANGED);
        store.inTransaction(StoreContract.SPRING, tx -> {
            second.adopt(tx.meta());
            return true;
        });
        assertThat(state(second)).isEqualTo(KeyState.SAME);
    }
}
