package dev.membersync.sync.engine;

import dev.membersync.sync.store.Audit;
import dev.membersync.sync.store.Cursors;
import dev.membersync.sync.store.DeadLetters;
import dev.membersync.sync.store.Incidents;
import dev.membersync.sync.store.Intent;
import dev.membersync.sync.store.Intents;
import dev.membersync.sync.store.Links;
import dev.membersync.sync.store.Members;
import dev.membersync.sync.store.Meta;
import dev.membersync.sync.store.Payments;
import dev.membersync.sync.store.Reviews;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.SyncStore;
import dev.membersync.sync.store.Tickets;
import dev.membersync.sync.store.Tombstones;
import dev.membersync.sync.store.Work;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A store that has intents and nothing else, for one thread. Links are up to the test. */
final class IntentsOnlyStore implements SyncStore, SyncStore.Tx, Intents {
    private final TreeMap<String, Intent> rows = new TreeMap<>();
    private final Map<Long, String> keys = new HashMap<>();

    /** Breaks the promise that no two open creates have one key. */
    void forgetKeys() {
        keys.clear();
    }

    @Override
    public <T> T inTransaction(Scope scope, Function<Tx, T> work) {
        return work.apply(this);
    }

    @Override
    public Opened open(Intent intent) {
        if (rows.containsKey(intent.userId())) {
            return Opened.MEMBER_BUSY;
        }
        long key = intent.openMatchKey().orElseThrow();
        if (keys.putIfAbsent(key, intent.userId()) != null) {
            return Opened.KEY_BUSY;
        }
        rows.put(intent.userId(), intent);
        return Opened.OK;
    }

    @Override
    public Optional<Intent> find(String userId) {
        return Optional.ofNullable(rows.get(userId));
    }

    @Override
    public void replace(Intent intent) {
        remove(intent.userId());
        if (open(intent) != Opened.OK) {
            throw new IllegalStateException("the key is busy");
        }
    }

    @Override
    public void remove(String userId) {
        Intent gone = rows.remove(userId);
        if (gone != null) {
            keys.remove(gone.openMatchKey().orElseThrow());
        }
    }

    @Override
    public List<Intent> page(String afterUserId, int limit) {
        return rows.tailMap(afterUserId, false).values().stream().limit(limit).toList();
    }

    @Override
    public long count() {
        return rows.size();
    }

    @Override
    public Intents intents() {
        return this;
    }

    @Override
    public String description() {
        return "intents in memory";
    }

    @Override
    public void close() {}

    @Override
    public SyncStore overlay() {
        throw new UnsupportedOperationException("not here");
    }

    @Override
    public Members members() {
        throw new UnsupportedOperationException("not here");
    }

    @Override
    public Tickets tickets() {
        throw new UnsupportedOperationException("not here");
    }

    @Override
    public Links links() {
        throw new UnsupportedOperationException("not here");
    }

    @Override
    public Work work() {
        throw new UnsupportedOperationException("not here");
    }

    @Override
    public Cursors cursors() {
        throw new UnsupportedOperationException("not here");
    }

    @Override
    public Reviews reviews() {
        throw new UnsupportedOperationException("not here");
    }

    @Override
    public DeadLetters deadLetters() {
        throw new UnsupportedOperationException("not here");
    }

    @Override
    public Incidents incidents() {
        throw new UnsupportedOperationException("not here");
    }

    @Override
    public Payments payments() {
        throw new UnsupportedOperationException("not here");
    }

    @Override
    public Audit audit() {
        throw new UnsupportedOperationException("not here");
    }

    @Override
    public Tombstones tombstones() {
        throw new UnsupportedOperationException("not here");
    }

    @Override
    public Meta meta() {
        throw new UnsupportedOperationException("not here");
    }
}
