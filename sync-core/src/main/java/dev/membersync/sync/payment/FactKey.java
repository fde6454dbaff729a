package dev.membersync.sync.payment;

import java.util.Comparator;

/**
 * What makes a fact the same fact: a second one with the same key is a replay and changes nothing.
 *
 * @param system where it is on record, such as {@code accelevents}
 * @param id its id there
 * @param kind what it says
 */
public record FactKey(String system, String id, FactKind kind) implements Comparable<FactKey> {
    private static final Comparator<FactKey> ORDER =
            Comparator.comparing(FactKey::system).thenComparing(FactKey::id).thenComparing(FactKey::kind);

    /** Refuses a blank system and a blank id. */
    public FactKey {
        if (system.isBlank() || id.isBlank()) {
            throw new MoneyException("a fact has the name of its system and an id there");
        }
    }

    @Override
    public int compareTo(FactKey other) {
        return ORDER.compare(this, other);
    }

    /** System, kind and id, as a release names it. */
    @Override
    public String toString() {
        return system + ":" + kind + ":" + id;
    }
}
