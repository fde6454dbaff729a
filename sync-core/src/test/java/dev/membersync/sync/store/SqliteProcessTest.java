package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A SQLite store and other processes. */
final class SqliteProcessTest {
    @TempDir
    Path folder;

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("store.db");
    }

    private Process child() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommitForever.class.getName(),
                        url())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void killedProcessLosesNoAcknowledgedCommitAndFreesTheStore() throws Exception {
        Process child = child();
        int acknowledged = 0;
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < 200; i++) {
                acknowledged = Integer.parseInt(out.readLine());
            }
            // The handle kills as the process object does, and leaves the output to be read.
            child.toHandle().destroyForcibly();
            for (String line = out.readLine(); line != null && line.matches("[0-9]+"); line = out.readLine()) {
                acknowledged = Integer.parseInt(line);
            }
        }
        child.waitFor();

        try (JdbcStore store = JdbcStore.open(url())) {
            long found =
                    store.inTransaction(StoreContract.SPRING, tx -> tx.work().count());
            assertThat(found).isEven().isBetween(2L * acknowledged, 2L * acknowledged + 2);
            assertThat(store.inTransaction(StoreContract.SPRING, tx -> {
                                tx.work().takeOver();
                                return tx.work().lease(100_000, "new", StoreContract.NOON, StoreContract.MINUTE);
                            })
                            .size())
                    .isEqualTo((int) found);
        }
    }

    @Test
    void secondProcessIsRefusedAndToldTheOwner() throws Exception {
        try (JdbcStore store = JdbcStore.open(url())) {
            assertThatThrownBy(() -> JdbcStore.open(url())).isInstanceOf(StoreException.Owned.class);

            assertThat(firstLineOfAChild())
                    .contains(store.keyFile().orElseThrow().toString().replace(".key", ""))
                    .contains("in use by process " + ProcessHandle.current().pid());
        }
    }

    private String firstLineOfAChild() throws Exception {
        Process child = child();
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            return out.readLine();
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    @Test
    void ownerInAnotherProcessIsNamed() throws Exception {
        Process child = child();
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("1");

            assertThatThrownBy(() -> JdbcStore.open(url()))
                    .isInstanceOf(StoreException.Owned.class)
                    .hasMessageContaining("process " + child.pid());
        } finally {
            child.destroyForcibly().waitFor();
        }
    }
}
