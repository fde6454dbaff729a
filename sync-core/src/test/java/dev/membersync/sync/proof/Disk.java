package dev.membersync.sync.proof;

import dev.membersync.sync.store.JdbcStore;
import dev.membersync.sync.store.MemoryStore;
import dev.membersync.sync.store.SyncStore;

/** What is left of a store when its process dies. */
interface Disk {
    SyncStore store();

    /** The same store as another process sees it. */
    default SyncStore seenByAnother() {
        return store();
    }

    /** The process dies and another one opens what is there. */
    void crash();

    static Disk inMemory() {
        return new Disk() {
            private MemoryStore store = MemoryStore.create();

            @Override
            public SyncStore store() {
                return store;
            }

            @Override
            public void crash() {
                store = store.crash();
            }
        };
    }

    static Disk at(String url) {
        return new Disk() {
            private SyncStore store = JdbcStore.open(url);

            @Override
            public SyncStore store() {
                return store;
            }

            @Override
            public void crash() {
                store.close();
                store = JdbcStore.open(url);
            }
        };
    }

    /** A store whose processes have a connection each, and nobody of them dies. */
    static Disk shared(SyncStore one, SyncStore other) {
        return new Disk() {
            @Override
            public SyncStore store() {
                return one;
            }

            @Override
            public SyncStore seenByAnother() {
                return other;
            }

            @Override
            public void crash() {
                throw new IllegalStateException("nobody dies here");
            }
        };
    }
}
