package dev.membersync.sync.engine;

import dev.membersync.sync.store.Cursor;
import dev.membersync.sync.store.SyncStore.Tx;
import java.util.Optional;

/**
 * A workflow that waits for a person; stands in the store, so that a restart does not lift it.
 *
 * @param kind why
 * @param number what the person who lifts it repeats
 * @param message what happened
 */
record LivePause(String kind, long number, String message) {
    /** More would change than the guards allow. */
    static final String MASS_CHANGE = "MASS_CHANGE";
    /** Too many members in a row could not be worked on. */
    static final String POISON_BURST = "POISON_BURST";

    private static final String FEED = "live pause";

    /** The pause in the store. */
    static Optional<LivePause> find(Tx tx) {
        Cursor cursor = tx.cursors().find(FEED);
        int gap = cursor.value().indexOf(' ');
        return gap < 0
                ? Optional.empty()
                : Optional.of(new LivePause(
                        cursor.value().substring(0, gap),
                        cursor.generation(),
                        cursor.value().substring(gap + 1)));
    }

    void save(Tx tx) {
        tx.cursors().save(new Cursor(FEED, kind + " " + message, number, 0));
    }

    static void lift(Tx tx) {
        tx.cursors().save(Cursor.start(FEED));
    }
}
