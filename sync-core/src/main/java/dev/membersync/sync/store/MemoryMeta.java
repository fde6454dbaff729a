package dev.membersync.sync.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Facts in memory. */
final class MemoryMeta implements Meta {
    private final MemoryTable<String, String> facts;
    private final Supplier<List<MemoryRows>> scopes;

    MemoryMeta(MemoryTable<String, String> facts, Supplier<List<MemoryRows>> scopes) {
        this.facts = facts;
        this.scopes = scopes;
    }

    @Override
    public Optional<String> find(String name) {
        return facts.find(name);
    }

    @Override
    public void put(String name, String value) {
        Refusals.checkFactName(name);
        facts.put(name, value);
    }

    @Override
    public boolean hasLinks() {
        return scopes.get().stream().anyMatch(rows -> rows.links.size() > 0);
    }

    @Override
    public void forgetMarks() {
        long open = scopes.get().stream()
                .flatMap(rows -> rows.intents.rows().stream())
                .filter(intent -> intent.openMatchKey().isPresent())
                .count();
        if (open > 0) {
            throw facts.refuse(Refusals.createsNeedTheirKey(open));
        }
        scopes.get().forEach(MemoryRows::forgetMarks);
    }
}
