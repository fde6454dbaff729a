package dev.membersync.sync.store;

import java.util.Optional;

/** Facts in memory. */
final class MemoryMeta implements Meta {
    private final MemoryTable<String, String> facts;

    MemoryMeta(MemoryTable<String, String> facts) {
        this.facts = facts;
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
}
