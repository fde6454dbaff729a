package dev.membersync.eventops.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.database.Postgres;
import dev.membersync.eventops.privacy.Erasure;
import dev.membersync.eventops.privacy.ErasureBooks;
import dev.membersync.eventops.privacy.ErasureTicket;
import dev.membersync.eventops.privacy.Receipt;
import dev.membersync.eventops.privacy.SystemResult;
import dev.membersync.eventops.privacy.SystemResult.Outcome;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.store.JdbcStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link ErasureBooks} promises, in memory and in both databases. */
class ErasureBooksTest {
    private enum Kind {
        MEMORY,
        SQLITE,
        POSTGRES
    }

    @TempDir
    private Path folder;

    private @Nullable JdbcStore store;

    private ErasureBooks books(Kind kind) {
        if (kind == Kind.MEMORY) {
            return new MemoryErasureBooks();
        }
        JdbcStore opened =
                JdbcStore.open(kind == Kind.SQLITE ? "jdbc:sqlite:" + folder.resolve("t.db") : Postgres.freshUrl());
        store = opened;
        return JdbcErasureBooks.open(opened);
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
    }

    private static Erasure erasure(String id, String userId, Erasure.Step step, OptionalLong address) {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        return new Erasure(
                id,
                userId,
                address,
                OptionalLong.empty(),
                true,
                "erased@example.invalid",
                noon,
                noon.plusSeconds(9),
                step);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadAndGoesWhenItIsClosed(Kind kind) {
        ErasureBooks books = books(kind);
        Erasure first = erasure("e1", "m1", Erasure.Step.REQUESTED, OptionalLong.empty());
        Erasure later = erasure("e1", "m1", Erasure.Step.LISTED, OptionalLong.of(-7));
        ErasureTicket ticket = new ErasureTicket("gala", new TicketRef("T1", "B1", null, "77"), true, false);
        ErasureTicket other = new ErasureTicket("gala", new TicketRef(null, null, "A2", null), false, true);
        SystemResult open = new SystemResult(
                "memberships", Outcome.OPEN, 1, "by hand", Optional.of("owner"), Optional.of(LocalDate.of(2026, 4, 1)));
        SystemResult done = new SystemResult("store", Outcome.ERASED, 3, "gone", Optional.empty(), Optional.empty());
        books.inTransaction(tx -> {
            tx.put(first);
            tx.put(erasure("e2", "m2", Erasure.Step.REQUESTED, OptionalLong.empty()));
            tx.put(later);
            tx.put("e1", ticket);
            tx.put("e1", other);
            tx.put("e1", new ErasureTicket("gala", ticket.ref(), true, true));
            tx.add("e1", open);
            tx.add("e1", done);
            tx.add("e2", done);
            return true;
        });

        books.inTransaction(tx -> {
            assertThat(tx.open()).first().isEqualTo(later);
            assertThat(tx.open()).hasSize(2);
            assertThat(tx.tickets("e1")).containsExactly(other, new ErasureTicket("gala", ticket.ref(), true, true));
            assertThat(tx.results("e1")).containsExactly(open, done);
            tx.close("e1");
            return true;
        });
        books.inTransaction(tx -> {
            assertThat(tx.open()).extracting(Erasure::id).containsExactly("e2");
            assertThat(tx.tickets("e1")).isEmpty();
            assertThat(tx.results("e1")).isEmpty();
            assertThat(tx.results("e2")).hasSize(1);
            return true;
        });
    }

    @ParameterizedTest
    @EnumSource
    void aTransactionThatThrowsLeavesNothingAndReceiptsStayInOrder(Kind kind) {
        ErasureBooks books = books(kind);
        books.inTransaction(tx -> {
            tx.add(new Receipt(1, "e1", "one"));
            tx.add(new Receipt(2, "e2", "two"));
            return true;
        });

        assertThatThrownBy(() -> books.inTransaction(tx -> {
                    tx.add(new Receipt(3, "e3", "three"));
                    throw new IllegalStateException("killed");
                }))
                .isInstanceOf(IllegalStateException.class);

        List<Receipt> receipts = books.inTransaction(ErasureBooks.Tx::receipts);
        assertThat(receipts).extracting(Receipt::text).containsExactly("one", "two");
    }
}
