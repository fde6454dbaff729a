package dev.membersync.sync.store;

import java.util.Optional;

/** Facts about the store itself, shared by all scopes. */
public interface Meta {
    /** A fact. */
    Optional<String> find(String name);

    /**
     * Writes a fact.
     *
     * @throws IllegalArgumentException for {@code store.schema} and names that begin with it, which belong to the store
     */
    void put(String name, String value);

    /** True when any scope of the store holds a link. */
    boolean hasLinks();

    /**
     * Forgets all that was made with the store's key, in every scope: marks, bases and match keys. Links, tickets, tags and
     * work stay, so that the next run gives equal pairs new marks without a write.
     *
     * @throws StoreException while a create is open that is found again by its match key alone
     */
    void forgetMarks();
}
