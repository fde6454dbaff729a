package dev.membersync.sync;

import dev.membersync.sync.intake.LiveEvent;

/**
 * Told what happens while the engine works. Called on the engine's threads, so implementations are quick and thread-safe;
 * an exception of theirs ends the run.
 */
public interface SyncListener {
    /** A page of a side was read. */
    default void page(String side, int number, int rows) {}

    /** A workflow is about to write; Accelevents will mail this many buyers at most. Throwing here stops it in time. */
    default void starting(long mails) {}

    /** An operation was planned; nothing was written. */
    default void planned(PlannedOperation operation) {}

    /** An operation was made and is remembered. */
    default void done(PlannedOperation operation) {}

    /**
     * Something happened while the engine runs live: a delivery, a poll, a scan, a halt. Unlike the others, an exception here
     * is logged and changes nothing.
     */
    default void live(LiveEvent event) {}

    /** A member was left alone, waits or failed; the reason is for people and holds no values. */
    default void noted(String userId, String reason) {}
}
