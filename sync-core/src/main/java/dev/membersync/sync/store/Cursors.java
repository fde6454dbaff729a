package dev.membersync.sync.store;

/** How far feeds were read. */
public interface Cursors {
    /** The cursor of a feed; {@link Cursor#start} when it was never read. */
    Cursor find(String feed);

    /** Saves a cursor. */
    void save(Cursor cursor);
}
