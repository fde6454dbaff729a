package dev.membersync.sync.mapping;

/** Where a field of a registration can be read. */
public enum Visibility {
    /** Every row of a list shows it. */
    LIST,
    /** Only a detail read of the one record shows it; elsewhere its value is unseen. */
    DETAIL
}
