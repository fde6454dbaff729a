package dev.membersync.sync.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.store.JdbcStore;
import dev.membersync.sync.store.StoreKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreRightsTest {
    @TempDir
    private Path folder;

    private JdbcStore store;

    @BeforeEach
    void open() {
        store = JdbcStore.open("jdbc:sqlite:" + folder.resolve("store.db"));
        StoreKey key = StoreKey.ofFile(store.keyFile().orElseThrow(), new SecureRandom());
        assertThat(store.tokens(key, new SecureRandom()).find("a")).isEmpty();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void filesAsTheyAreMadeAreNoMatter() {
        assertThat(StoreRights.of(store)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"store.db.key", "store.db.grants"})
    void aFileThatOthersMayReadIsNamedWithItsRemedy(String name) throws IOException {
        Path file = folder.toRealPath().resolve(name);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThat(StoreRights.of(store))
                .containsExactly(Finding.warning(
                        "store", "others of this machine have rights to " + file + "; run: chmod 600 " + file));
    }

    @Test
    void aKeyThatIsConfiguredHasNoFile() throws IOException {
        Files.delete(folder.resolve("store.db.key"));

        assertThat(StoreRights.of(store)).isEmpty();
    }
}
