package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.policy.Lane;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link SyncStore#overlay} promises. */
interface OverlayContract extends StoreContract {
    /** A new overlay of the store under test. */
    default SyncStore overlay() {
        return store().overlay();
    }

    @Test
    default void overlaySeesWhatIsCommitted() {
        TicketRow ticket = saveTicket(StoreContract.seen("T1", 1));
        run(tx -> StateOf.fill(tx, "a", ticket.row()));

        try (SyncStore overlay = overlay()) {
            assertThat(StateOf.store(overlay, List.of(SPRING, AUTUMN)))
                    .isEqualTo(StateOf.store(store(), List.of(SPRING, AUTUMN)));
            assertThat(overlay.inTransaction(SPRING, tx -> tx.meta().find("fact-a"))
                            .orElseThrow())
                    .isEqualTo("value");
        }
    }

    @Test
    default void overlayForgetsItsWritesWhenItIsClosed() {
        TicketRow ticket = saveTicket(StoreContract.seen("T1", 1));
        String before = StateOf.store(store(), List.of(SPRING, AUTUMN));
        try (SyncStore overlay = overlay()) {
            overlay.inTransaction(SPRING, tx -> {
                StateOf.fill(tx, "a", ticket.row());
                return true;
            });
            overlay.inTransaction(AUTUMN, tx -> tx.tickets().save(List.of(StoreContract.seen("T9", 1))));
            assertThat(Parts.each(overlay, SPRING, Links.class, SyncStore.Tx::links)
                            .page("", 9))
                    .hasSize(1);
        }

        assertThat(StateOf.store(store(), List.of(SPRING, AUTUMN))).isEqualTo(before);
    }

    @Test
    default void innerTransactionThatThrowsIsUndoneAlone() {
        try (SyncStore overlay = overlay()) {
            Work work = Parts.each(overlay, SPRING, Work.class, SyncStore.Tx::work);
            work.mark(List.of("a"), Lane.LIVE, NOON);
            assertThatThrownBy(() -> overlay.inTransaction(SPRING, tx -> {
                        tx.work().mark(List.of("b"), Lane.LIVE, NOON);
                        throw new IllegalArgumentException("stop");
                    }))
                    .hasMessage("stop");

            assertThat(work.page("", 9)).extracting(WorkItem::userId).containsExactly("a");
        }
    }

    @Test
    default void writesOfAnOverlayAreNotSeenBelow() {
        mark("a");
        try (SyncStore overlay = overlay()) {
            Work above = Parts.each(overlay, SPRING, Work.class, SyncStore.Tx::work);
            above.mark(List.of("b"), Lane.LIVE, NOON);

            assertThat(work().count()).isEqualTo(1);
        }
    }

    @Test
    default void storeTakesNoWritesWhileAnOverlayIsOpen() {
        try (SyncStore overlay = overlay()) {
            assertThat(overlay).isNotNull();
            assertThatThrownBy(() -> mark("a"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("overlay");
        }
        mark("a");
        assertThat(work().count()).isEqualTo(1);
    }

    @Test
    default void scopeThatWasNeverWrittenIsReadBesideAnOverlay() {
        try (SyncStore overlay = overlay()) {
            assertThat(overlay).isNotNull();
            assertThat(work().count()).isZero();
        }
        mark("a");
        assertThat(work().count()).isEqualTo(1);
    }

    @Test
    default void secondOverlayIsRefusedUntilTheFirstIsClosed() {
        try (SyncStore overlay = overlay()) {
            assertThat(overlay).isNotNull();
            assertThatThrownBy(this::overlay).isInstanceOf(StoreException.class).hasMessageContaining("close it first");
        }
        overlay().close();
    }

    @Test
    default void overlayIsClosedOnceAndThenRefuses() {
        SyncStore overlay = overlay();
        overlay.close();
        overlay.close();
        SyncStore next = overlay();
        overlay.close();

        assertThatThrownBy(() -> overlay.inTransaction(SPRING, tx -> tx.work().count()))
                .isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> mark("a")).isInstanceOf(StoreException.class);
        next.close();
    }

    @Test
    default void overlayTakesNoOverlay() {
        try (SyncStore overlay = overlay()) {
            assertThatThrownBy(overlay::overlay).isInstanceOf(StoreException.class);
        }
    }

    @Test
    default void overlayInsideATransactionIsRefused() {
        assertThatThrownBy(() -> run(tx -> overlay().close())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void storeClosesBelowAnOpenOverlay() {
        SyncStore overlay = overlay();
        store().close();
        overlay.close();

        assertThatThrownBy(() -> work().count()).isInstanceOf(StoreException.class);
    }
}
