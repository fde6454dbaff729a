package dev.membersync.sync.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The parts of a memory store over the rows of one scope. */
record MemoryTx(
        MemoryRows rows,
        Members members,
        Tickets tickets,
        Links links,
        Intents intents,
        Work work,
        Cursors cursors,
        Reviews reviews,
        DeadLetters deadLetters,
        Incidents incidents,
        Payments payments,
        Audit audit,
        Tombstones tombstones,
        Meta meta)
        implements SyncStore.Tx {
    static MemoryTx of(
            MemoryRows rows,
            MemoryTable<String, String> facts,
            MemoryTable<Long, Instant> stones,
            Supplier<Map<Scope, MemoryRows>> scopes) {
        return new MemoryTx(
                rows,
                new MemoryMembers(rows),
                new MemoryTickets(rows),
                new MemoryLinks(rows),
                new MemoryIntents(rows),
                new MemoryWork(rows),
                new MemoryCursors(rows),
                new MemoryReviews(rows),
                new MemoryDeadLetters(rows),
                new MemoryIncidents(rows),
                new MemoryPayments(rows),
                new MemoryAudit(rows),
                new MemoryTombstones(stones, scopes),
                new MemoryMeta(facts, () -> List.copyOf(scopes.get().values())));
    }
}
