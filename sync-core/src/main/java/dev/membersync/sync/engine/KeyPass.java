package dev.membersync.sync.engine;

import dev.membersync.sync.store.Cursor;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.StoreKey;
import dev.membersync.sync.store.SyncStore.Tx;
import java.util.Optional;

/** The one run of a workflow after its store got a new key: it agrees with what is there and writes nothing. */
final class KeyPass {
    static final String REASON =
            "the key of the store is new: this run compares and writes nothing, the next one writes";

    private static final String FEED = "key pass";

    private KeyPass() {}

    static boolean isDue(Tx tx) {
        Optional<String> key = StoreKey.givenAnew(tx.meta());
        return key.isPresent()
                && !key.get().equals(tx.cursors().find(FEED).value())
                && tx.links().count(Link.State.LIVE) > 0;
    }

    /** A run of all members went through. */
    static void done(Tx tx) {
        StoreKey.givenAnew(tx.meta()).ifPresent(key -> tx.cursors().save(new Cursor(FEED, key, 0, 0)));
    }
}
