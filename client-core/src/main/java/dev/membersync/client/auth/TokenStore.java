package dev.membersync.client.auth;

import java.time.Duration;
import java.util.Optional;

/**
 * Where grants rest between two runs, one for each key; safe for use by many threads and, where the medium is shared, by
 * many processes. Every method fails with {@link TokenStoreException}.
 */
public interface TokenStore {
    /** What is stored under a key; empty only if nothing was ever stored, never because it cannot be read. */
    Optional<StoredGrant> find(String key);

    /**
     * Stores a grant that was obtained by connecting anew, durably before it returns, over whatever is there. A renewal
     * that is under way does not replace it. Renewals themselves save through their {@link Lease}.
     */
    void save(String key, StoredGrant grant);

    /** As {@link #save(String, StoredGrant)}, of a grant that nobody is renewing. */
    default void save(String key, Grant grant) {
        save(key, StoredGrant.of(grant));
    }

    /**
     * Tries to become the only one who renews the grant of a key; never waits.
     *
     * @param hold for how long the lease is needed. A store that notices the end of its holder keeps the lease until
     *     then; one that cannot lets it lapse after this time, so that no transaction or connection stays open meanwhile
     * @return empty while somebody else holds it, another thread of this process included
     */
    Optional<Lease> tryLease(String key, Duration hold);

    /** A store that forgets everything with its process. */
    static TokenStore inMemory() {
        return new MemoryTokenStore();
    }

    /** The right to renew the grant of one key; ends when it is closed or when its process does. */
    interface Lease extends AutoCloseable {
        /**
         * Stores what the holder knows, durably before it returns.
         *
         * @throws TokenStoreException also when somebody else has saved since the lease was given: what is stored is then
         *     to be read again before anything is decided
         */
        void save(StoredGrant grant);

        @Override
        void close();
    }
}
