package dev.membersync.sync.engine;

import java.util.BitSet;

/** How many of the last members could not be worked on. Thread-safe. */
final class FailureWindow {
    static final int LENGTH = 50;
    static final int MOST = 20;

    private final BitSet failed = new BitSet(LENGTH);
    private int next;

    /** Takes one more down; true when it failed and is one too many. */
    synchronized boolean add(boolean failure) {
        failed.set(next, failure);
        next = (next + 1) % LENGTH;
        return failure && failed.cardinality() > MOST;
    }
}
