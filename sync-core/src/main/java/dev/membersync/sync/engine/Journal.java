package dev.membersync.sync.engine;

import dev.membersync.sync.intake.LiveEvent;
import dev.membersync.sync.store.Review;
import java.util.List;

/** Told what happens while a run goes on; thread-safe. */
public interface Journal {
    /** A page of a side was read. */
    default void page(String side, int number, int rows) {}

    /** The guards let a run begin to write; Accelevents will mail this many buyers at most. */
    default void starting(long mails) {}

    /** An operation was planned. */
    default void planned(Operation operation) {}

    /** An operation was made and is remembered. */
    default void done(Operation operation) {}

    /** A full list showed so many members otherwise than they were known: no news had told. */
    default void found(long members) {}

    /** Told while the engine runs live. */
    default void live(LiveEvent event) {}

    /** A member was left alone for this reason. */
    default void skipped(String userId, String reason) {}

    /** A member is as agreed. */
    default void unchanged(long members) {}

    /** A member waits, or some of its fields do, for these reasons. */
    default void held(String userId, List<String> reasons) {}

    /** A member waits for a place in a ticket type. */
    default void parked(String userId, String ticketTypeId) {}

    /** A question was asked; {@code fresh} when it is new. */
    default void asked(Review review, boolean fresh) {}

    /** The work on a member failed and stays in the queue. */
    default void failed(String userId, String reason) {}

    /** The work on a member was given up. */
    default void buried(String userId, String reason) {}
}
