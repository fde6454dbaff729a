package dev.membersync.sync.engine;

/** What becomes of the operations of a run. */
public enum Mode {
    /** They are recorded; nothing is written at a vendor. */
    PLAN,
    /** They are made. */
    APPLY,
    /** They are left for the next run; links and bases are kept. */
    COMPARE
}
