package dev.membersync.sync.store;

import java.util.Optional;

/** Facts about the store itself, shared by all scopes. */
public interface Meta {
    /** A fact. */
    Optional<String> find(String name);

    /**
     * Writes a fact.
     *
     * @throws IllegalArgumentException for {@code store.schema}, which belongs to the store
     */
    void put(String name, String value);
}
