package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.auth.TokenStore;
import dev.membersync.database.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens beside a SQLite store, which belongs to one process. */
final class SqliteTokensTest implements TokenStoreContract {
    @TempDir
    Path folder;

    private JdbcStore store;

    @BeforeEach
    void open() {
        store = JdbcStore.open("jdbc:sqlite:" + folder.resolve("store.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public JdbcStore store() {
        return store;
    }

    @Override
    public JdbcStore another() {
        return store;
    }

    @Override
    public String raw() {
        try {
            return Files.readString(folder.resolve("store.db.grants"), StandardCharsets.ISO_8859_1)
                    + Files.readString(folder.resolve("store.db.grants-wal"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void tamper(String sql) {
        Postgres.sql("jdbc:sqlite:" + folder.resolve("store.db.grants"), sql);
    }

    @Test
    void leaseOfAProcessThatEndedIsFree() {
        TokenStore.Lease lost = store.tokens(KEY, new SecureRandom())
                .tryLease("a", Duration.ofHours(1))
                .orElseThrow();
        store.close();
        open();

        assertThat(lost).isNotNull();
        assertThat(store.tokens(KEY, new SecureRandom()).tryLease("a", Duration.ZERO))
                .isPresent();
    }
}
