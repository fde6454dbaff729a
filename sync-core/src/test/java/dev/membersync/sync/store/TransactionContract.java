package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What {@link SyncStore#inTransaction} promises. */
interface TransactionContract extends StoreContract {
    @Test
    default void transactionThatThrowsLeavesNothing() {
        mark("before");
        TicketRow ticket = saveTicket(StoreContract.seen("T0", 1));
        String empty = StateOf.store(store(), List.of(SPRING));

        assertThatThrownBy(() -> run(tx -> {
                    StateOf.fill(tx, "x", ticket.row());
                    throw new IllegalArgumentException("stop");
                }))
                .hasMessage("stop");

        assertThat(StateOf.store(store(), List.of(SPRING))).isEqualTo(empty);
    }

    @Test
    default void errorLeavesNothingEither() {
        assertThatThrownBy(() -> run(tx -> {
                    tx.members().save(List.of(StoreContract.member("a", 1, 1)));
                    throw new AssertionError("killed");
                }))
                .isInstanceOf(AssertionError.class);

        assertThat(members().count()).isZero();
    }

    @Test
    default void rolledBackNumbersAreGivenAgain() {
        TicketRow first = saveTicket(StoreContract.seen("T1", 1));
        assertThatThrownBy(() -> run(tx -> {
                    tx.tickets().save(List.of(StoreContract.seen("T2", 1)));
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");

        assertThat(saveTicket(StoreContract.seen("T3", 1)).row()).isEqualTo(first.row() + 1);
    }

    @Test
    default void refusalThatTheWorkSwallowsStillEndsTheTransaction() {
        assertThatThrownBy(() -> run(tx -> {
                    tx.members().save(List.of(StoreContract.member("a", 1, 1)));
                    assertThatThrownBy(() -> tx.links().insert(StoreContract.link("a", 99)))
                            .isInstanceOf(StoreException.Stale.class);
                }))
                .isInstanceOf(StoreException.Stale.class);

        assertThat(members().count()).isZero();
    }

    @Test
    default void transactionSeesItsOwnWrites() {
        assertThat(ask(tx -> {
                            tx.members().save(List.of(StoreContract.member("a", 1, 1)));
                            return tx.members().count();
                        })
                        .longValue())
                .isEqualTo(1);
    }

    @Test
    default void transactionInsideATransactionIsRefused() {
        assertThatThrownBy(() -> run(tx -> members().count()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("already open");
    }

    @Test
    default void afterARefusedInnerTransactionTheStoreWorks() {
        assertThatThrownBy(() -> run(tx -> members().count())).isInstanceOf(IllegalStateException.class);

        mark("a");
        assertThat(work().count()).isEqualTo(1);
    }

    @Test
    default void partsAreOfNoUseAfterTheirTransaction() {
        List<Work> kept = new ArrayList<>();
        run(tx -> kept.add(tx.work()));

        assertThatThrownBy(() -> kept.get(0).count()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void twoScopesShareNothing() {
        TicketRow ticket = saveTicket(StoreContract.seen("T1", 1));
        run(tx -> StateOf.fill(tx, "x", ticket.row()));

        assertThat(StateOf.store(store(), List.of(AUTUMN)))
                .isEqualTo(StateOf.store(MemoryStore.create(), List.of(AUTUMN)));
    }

    @Test
    default void twoScopesMayHoldTheSameNames() {
        for (Scope scope : List.of(SPRING, AUTUMN)) {
            in(scope, tx -> {
                long row = tx.tickets()
                        .save(List.of(StoreContract.seen("T1", 1)))
                        .get(0)
                        .row();
                StateOf.fill(tx, "x", row);
                return tx.intents().open(StoreContract.intent("other", OptionalLong.of(77)));
            });
        }

        assertThat(StateOf.scope(store(), SPRING)).isEqualTo(StateOf.scope(store(), AUTUMN));
    }

    @Test
    default void eachPartOfAScopeTellsItFromOthers() {
        mark("a");
        List<Scope> others = List.of(
                new Scope("other", SPRING.event(), "", SPRING.workflow()),
                new Scope(SPRING.account(), SPRING.event(), "7", SPRING.workflow()),
                new Scope(SPRING.account(), SPRING.event(), "", "payments"));

        for (Scope other : others) {
            assertThat(in(other, tx -> tx.work().count()).longValue()).isZero();
        }
    }

    @Test
    default void metaIsSharedByAllScopes() {
        meta().put("fact", "1");
        meta().put("fact", "2");

        assertThat(in(AUTUMN, tx -> tx.meta().find("fact")).orElseThrow()).isEqualTo("2");
        assertThat(meta().find("another")).isEmpty();
    }

    @Test
    default void factOfTheStoreItselfIsNotWritten() {
        assertThatThrownBy(() -> meta().put("store.schema", "9")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void timesAreKeptToTheMicrosecond() {
        Instant fine = Instant.parse("2026-03-01T12:00:00.123456789Z");
        deadLetters().put(new DeadLetter("a", "kind", "why", 1, fine));

        assertThat(deadLetters().page("", 1).get(0).at()).isEqualTo(Instant.parse("2026-03-01T12:00:00.123456Z"));
    }

    @Test
    default void userIdsAreOrderedByTheirUtf8Bytes() {
        mark("\uD83D\uDE00", "\uFF5E", "z", "Z", "é");

        assertThat(work().page("", 9))
                .extracting(WorkItem::userId)
                .containsExactly("Z", "z", "é", "\uFF5E", "\uD83D\uDE00");
    }

    @Test
    default void manyThreadsLoseNoTransaction() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                ends.add(threads.submit(() -> {
                    for (int n = 0; n < 25; n++) {
                        mark("a");
                    }
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(work().find("a").orElseThrow().seq()).isEqualTo(100);
    }

    @Test
    default void closedStoreRefuses() {
        store().close();
        store().close();

        assertThatThrownBy(() -> members().count())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> store().overlay()).isInstanceOf(StoreException.class);
    }
}
