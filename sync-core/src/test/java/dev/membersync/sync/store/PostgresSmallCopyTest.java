package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.policy.Lane;
import dev.membersync.database.Postgres;
import dev.membersync.sync.record.Mark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An overlay in memory of a small store on PostgreSQL keeps the contract. */
final class PostgresSmallCopyTest implements OverlayContract {
    private static final String URL = Postgres.freshUrl();
    private static final int MOST = 100;
    private static final int ROW_BYTES = 500;

    private JdbcStore store;

    @BeforeEach
    void open() {
        store = GivenTime.open(URL, (long) MOST * ROW_BYTES);
        Postgres.empty(URL);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public SyncStore store() {
        return store;
    }

    /** To work on no members: it holds no more rows than the store. */
    @Override
    public SyncStore overlay() {
        return store.overlay(0);
    }

    @Test
    void anOverlayThatWouldBecomeTooLargeIsOnTheServer() {
        for (int i = 0; rows() < MOST - 3 * 10; i++) {
            work().mark(List.of("m" + i), Lane.LIVE, NOON);
        }

        assertThat(isInMemory(10)).isTrue();
        assertThat(isInMemory(11)).isFalse();
        assertThat(isInMemory(Long.MAX_VALUE)).isFalse();

        work().mark(List.of("one more"), Lane.LIVE, NOON);
        assertThat(isInMemory(10)).isFalse();
        assertThat(isInMemory(9)).isTrue();
    }

    /** Many fields make large rows. */
    @Test
    void marksCountToo() {
        Map<String, Mark> marks = new HashMap<>();
        for (int field = 0; field < 40; field++) {
            marks.put("answer:Question " + field, Mark.of(field));
        }
        for (int i = 0; isInMemory(0); i++) {
            members().save(List.of(new MemberRow("m" + i, marks, OptionalLong.empty(), 1, false)));
        }

        assertThat(members().count()).isBetween(5L, 12L);
    }

    @Test
    void aRowThatThisVersionCannotReadLeavesTheOverlayOnTheServer() {
        work().mark(List.of("m"), Lane.LIVE, NOON);
        assertThat(isInMemory(1)).isTrue();
        members().save(List.of(new MemberRow("m", Map.of(), OptionalLong.empty(), 1, false)));
        store.<Integer>inTransaction(session -> session.update("UPDATE sync_member SET marks=?", new byte[] {99}));

        assertThat(isInMemory(1)).isFalse();
    }

    private boolean isInMemory(long members) {
        try (SyncStore overlay = store.overlay(members)) {
            assertThat(overlay.<Long>inTransaction(SPRING, tx -> tx.work().count()))
                    .isEqualTo(work().count());
            return overlay instanceof MemoryStore;
        }
    }

    private long rows() {
        return store.inTransaction(session ->
                session.number("SELECT COUNT(*) FROM sync_meta") + session.number("SELECT COUNT(*) FROM sync_work"));
    }
}
