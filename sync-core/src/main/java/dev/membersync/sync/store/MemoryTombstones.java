package dev.membersync.sync.store;

import dev.membersync.sync.record.TicketRef;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Tombstones in memory. */
final class MemoryTombstones implements Tombstones {
    private static final Comparator<Scope> ORDER = Comparator.comparing(Scope::event, Names.ORDER)
            .thenComparing(Scope::workflow, Names.ORDER)
            .thenComparing(Scope::account, Names.ORDER)
            .thenComparing(Scope::occurrence, Names.ORDER);

    private final MemoryTable<Long, Instant> stones;
    private final Supplier<Map<Scope, MemoryRows>> scopes;

    MemoryTombstones(MemoryTable<Long, Instant> stones, Supplier<Map<Scope, MemoryRows>> scopes) {
        this.stones = stones;
        this.scopes = scopes;
    }

    @Override
    public void set(Collection<Long> hashes, Instant at) {
        for (Long hash : hashes) {
            if (stones.find(hash).isEmpty()) {
                stones.put(hash, Micros.kept(at));
            }
        }
    }

    @Override
    public void lift(Collection<Long> hashes) {
        hashes.forEach(stones::remove);
    }

    @Override
    public Set<Long> among(Collection<Long> hashes) {
        return hashes.stream().filter(hash -> stones.find(hash).isPresent()).collect(Collectors.toSet());
    }

    @Override
    public long count() {
        return stones.size();
    }

    @Override
    public List<Scope> scopesOf(String userId) {
        return scopes.get().entrySet().stream()
                .filter(scope -> names(scope.getValue(), userId))
                .map(Map.Entry::getKey)
                .sorted(ORDER)
                .toList();
    }

    private static boolean names(MemoryRows rows, String userId) {
        return rows.members.find(userId).isPresent()
                || rows.links.find(userId).isPresent()
                || rows.intents.find(userId).isPresent()
                || !rows.byTag.keys(userId).isEmpty();
    }

    @Override
    public List<Scope> scopes() {
        return scopes.get().keySet().stream().sorted(ORDER).toList();
    }

    @Override
    public long retire(Scope scope, boolean rehearsal) {
        MemoryRows rows = scopes.get().get(scope);
        return rows == null ? 0 : new MemoryRetiring(rows, rehearsal).all();
    }

    @Override
    public long forget(String userId, Collection<TicketRef> tickets, String pseudonym) {
        return scopes.get().values().stream()
                .mapToLong(rows -> new MemoryForgetting(rows, userId, pseudonym).all(tickets))
                .sum();
    }
}
