package dev.membersync.client.auth;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** A store that shows each save of a lease to a test before it is done; the test may throw. */
record WatchedStore(TokenStore inner, Consumer<StoredGrant> watcher) implements TokenStore {
    @Override
    public Optional<StoredGrant> find(String key) {
        return inner.find(key);
    }

    @Override
    public void save(String key, StoredGrant grant) {
        inner.save(key, grant);
    }

    @Override
    public Optional<Lease> tryLease(String key, Duration hold) {
        return inner.tryLease(key, hold).map(lease -> new Lease() {
            @Override
            public void save(StoredGrant grant) {
                watcher.accept(grant);
                lease.save(grant);
            }

            @Override
            public void close() {
                lease.close();
            }
        });
    }
}
