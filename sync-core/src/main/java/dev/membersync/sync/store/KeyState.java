package dev.membersync.sync.store;

/** How a key stands to the store it is used with. */
public enum KeyState {
    /** The store knew no key; it knows this one now. */
    NEW,
    /** The store's marks were made with this key. */
    SAME,
    /** The store's marks were made with another key: none of them can be compared with new ones. */
    CHANGED
}
