package dev.membersync.eventops.checkin;

/**
 * Something that happened at a device. Facts are never changed and never deleted; to learn of facts is to form the union
 * of sets, so their order and their repetition do not matter.
 */
public sealed interface Fact permits Scan, Contact, Undo {
    /** Its name. */
    FactId id();

    /** What the clocks showed. */
    Clocks clocks();
}
