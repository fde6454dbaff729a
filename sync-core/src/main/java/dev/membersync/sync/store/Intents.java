package dev.membersync.sync.store;

import java.util.List;
import java.util.Optional;

/** Creates under way. One open create for each member, and one for each open match key. */
public interface Intents {
    /** How opening an intent ended. */
    enum Opened {
        /** It is open. */
        OK,
        /** The member has one already. */
        MEMBER_BUSY,
        /** Another member's open create has the same match key. */
        KEY_BUSY
    }

    /** Opens an intent. */
    Opened open(Intent intent);

    /** The open intent of a member. */
    Optional<Intent> find(String userId);

    /**
     * Replaces the open intent of the member.
     *
     * @throws StoreException.Stale when the member has none, or another open create has its match key
     */
    void replace(Intent intent);

    /** Ends the intent of a member, if there is one. */
    void remove(String userId);

    /** Open intents in the order of their userId. */
    List<Intent> page(String afterUserId, int limit);

    /** How many are open. */
    long count();
}
