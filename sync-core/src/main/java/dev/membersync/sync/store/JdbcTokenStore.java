package dev.membersync.sync.store;

import dev.membersync.client.auth.GrantCipher;
import dev.membersync.client.auth.StoredGrant;
import dev.membersync.client.auth.TokenStore;
import dev.membersync.client.auth.TokenStoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Encrypted grants in a database. A lease is a number in the row and names its process: it ends with that process, and no
 * transaction is open meanwhile.
 */
final class JdbcTokenStore implements TokenStore {
    private final JdbcStore store;
    private final GrantCipher cipher;
    private final RandomGenerator random;

    JdbcTokenStore(JdbcStore store, GrantCipher cipher, RandomGenerator random) {
        this.store = store;
        this.cipher = cipher;
        this.random = random;
    }

    @Override
    public Optional<StoredGrant> find(String key) {
        Optional<byte[]> sealed = in(session -> session.one(
                "SELECT sealed FROM sync_token WHERE name=? AND sealed IS NOT NULL", row -> row.bytes(1), key));
        return sealed.map(bytes -> cipher.open(key, bytes, "the token of " + key + " in " + store.description()));
    }

    @Override
    public void save(String key, StoredGrant grant) {
        byte[] sealed = cipher.seal(key, grant);
        in(session -> session.update(
                "INSERT INTO sync_token(name, sealed) VALUES(?,?) ON CONFLICT(name) DO UPDATE SET sealed=excluded.sealed,"
                        + " process=NULL, holder=NULL",
                key,
                sealed));
    }

    @Override
    public Optional<Lease> tryLease(String key, Duration hold) {
        long holder = random.nextLong();
        int taken = in(session -> {
            session.update("INSERT INTO sync_token(name) VALUES(?) ON CONFLICT(name) DO NOTHING", key);
            return session.update(
                    "UPDATE sync_token SET process=?, holder=? WHERE name=? AND (holder IS NULL OR "
                            + session.dialect().gone("process") + ")",
                    session.process(),
                    holder,
                    key,
                    session.process());
        });
        return taken == 0 ? Optional.empty() : Optional.of(new Held(key, holder));
    }

    private <T> T in(Function<SqlSession, T> work) {
        try {
            return store.inTransaction(work);
        } catch (StoreException e) {
            throw new TokenStoreException("the token store failed: " + e.getMessage(), e);
        }
    }

    private final class Held implements Lease {
        private final String key;
        private final long holder;

        Held(String key, long holder) {
            this.key = key;
            this.holder = holder;
        }

        @Override
        public void save(StoredGrant grant) {
            byte[] sealed = cipher.seal(key, grant);
            int met = in(session ->
                    session.update("UPDATE sync_token SET sealed=? WHERE name=? AND holder=?", sealed, key, holder));
            if (met == 0) {
                throw new TokenStoreException(
                        "the grant was replaced while it was renewed; read it again, the newer one counts", null);
            }
        }

        @Override
        public void close() {
            in(session -> session.update(
                    "UPDATE sync_token SET process=NULL, holder=NULL WHERE name=? AND holder=?", key, holder));
        }
    }
}
