package dev.membersync.sync.engine;

import dev.membersync.sync.store.MemberRow;
import dev.membersync.sync.store.Members;
import dev.membersync.sync.store.SyncStore.Tx;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Members, of whom those with a tombstone are not taken in. */
record BarredMembers(Members real, Tx tx, Barred barred) implements Members {
    @Override
    public void save(Collection<MemberRow> rows) {
        Set<String> gone = barred.users(tx, rows.stream().map(MemberRow::userId).toList());
        real.save(rows.stream().filter(row -> !gone.contains(row.userId())).toList());
    }

    @Override
    public Map<String, MemberRow> find(Collection<String> userIds) {
        return real.find(userIds);
    }

    @Override
    public int unlinkedWithEmail(long emailKey) {
        return real.unlinkedWithEmail(emailKey);
    }

    @Override
    public List<String> withEmail(long emailKey, int limit) {
        return real.withEmail(emailKey, limit);
    }

    @Override
    public List<MemberRow> linkedUnseenSince(long generation, String after, int limit) {
        return real.linkedUnseenSince(generation, after, limit);
    }

    @Override
    public List<MemberRow> page(String after, int limit) {
        return real.page(after, limit);
    }

    @Override
    public long count() {
        return real.count();
    }
}
