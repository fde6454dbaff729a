package dev.membersync.sync.store;

import java.util.List;

/**
 * Tables that another module keeps beside those of the synchronisation, in the same database and under the same turns of
 * transactions. Their names begin with the module's own prefix, not with {@code sync_}; they have a schema version of
 * their own.
 *
 * <p>An overlay of the store does not show them, and while one is open they take no writes: a plan and an annex that has
 * to write at any time do not share one SQLite store at the same time.
 *
 * @param name the name under which the version is remembered: lower-case letters
 * @param versions the statements that lead from version n to n + 1, n from 0; {@code TEXT}, {@code BYTES} and
 *     {@code AUTOKEY} in them become the types of the database at hand
 */
public record Annex(String name, List<List<String>> versions) {
    public Annex {
        if (!name.matches("[a-z]+")) {
            throw new IllegalArgumentException("the name of an annex has lower-case letters only, not " + name);
        }
        versions = versions.stream().map(List::copyOf).toList();
    }
}
