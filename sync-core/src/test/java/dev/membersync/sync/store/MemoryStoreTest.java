package dev.membersync.sync.store;

/** The memory store keeps the contract. */
final class MemoryStoreTest implements SyncStoreContract {
    private final MemoryStore store = MemoryStore.create();

    @Override
    public SyncStore store() {
        return store;
    }
}
