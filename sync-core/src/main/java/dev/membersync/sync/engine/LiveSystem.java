package dev.membersync.sync.engine;

import java.util.Locale;

/** What a live run depends on. */
public enum LiveSystem {
    /** The Memberships API. */
    MEMBERSHIPS,
    /** Accelevents. */
    ACCELEVENTS,
    /** The store. */
    STORE;

    /** The word for people and counters. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
