package dev.membersync.client.auth;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

final class MemoryTokenStore implements TokenStore {
    private final Map<String, StoredGrant> grants = new HashMap<>();
    private final Map<String, MemoryLease> leases = new HashMap<>();

    @Override
    public synchronized Optional<StoredGrant> find(String key) {
        return Optional.ofNullable(grants.get(key));
    }

    @Override
    public synchronized void save(String key, StoredGrant grant) {
        grants.put(key, grant);
        leases.remove(key);
    }

    @Override
    public synchronized Optional<Lease> tryLease(String key, Duration hold) {
        MemoryLease lease = new MemoryLease(key);
        return leases.putIfAbsent(key, lease) == null ? Optional.of(lease) : Optional.empty();
    }

    private final class MemoryLease implements Lease {
        private final String key;

        MemoryLease(String key) {
            this.key = key;
        }

        @Override
        public void save(StoredGrant grant) {
            synchronized (MemoryTokenStore.this) {
                if (leases.get(key) != this) {
                    throw new TokenStoreException(
                            "the grant was replaced while it was renewed; read it again, the newer one counts", null);
                }
                grants.put(key, grant);
            }
        }

        @Override
        public void close() {
            synchronized (MemoryTokenStore.this) {
                leases.remove(key, this);
            }
        }
    }
}
