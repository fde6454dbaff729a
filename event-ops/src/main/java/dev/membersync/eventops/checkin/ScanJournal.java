package dev.membersync.eventops.checkin;

import java.util.ArrayList;
import java.util.List;

/** Where a device keeps the facts that it made until they are uploaded. Used by one thread at a time. */
public interface ScanJournal {
    /** Keeps a fact; when it returns, a restart of the device does not lose it. */
    void append(Fact fact);

    /** All facts that were kept, in the order of their numbers. */
    List<Fact> facts();

    /** A journal that a restart forgets: for tests, and for devices that are never without a network for long. */
    static ScanJournal inMemory() {
        List<Fact> kept = new ArrayList<>();
        return new ScanJournal() {
            @Override
            public void append(Fact fact) {
                kept.add(fact);
            }

            @Override
            public List<Fact> facts() {
                return List.copyOf(kept);
            }
        };
    }
}
