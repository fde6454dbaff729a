package dev.membersync.sync.mapping;

/** Which way a field flows. Left is the Memberships side, right is Accelevents. */
public enum Direction {
    /** From the member to the registration only. */
    LEFT_TO_RIGHT,
    /** From the registration to the member only. */
    RIGHT_TO_LEFT,
    /** Both ways, merged against the last agreed value. */
    BOTH
}
