package dev.membersync.eventops.checkin;

/**
 * How often a ticket lets in.
 *
 * @param per what one entry uses up
 * @param afterExit whether it lets in again after an exit
 */
public record Reentry(Per per, boolean afterExit) {
    /** Once. */
    public static final Reentry NO = new Reentry(Per.EVENT, false);
    /** Again after each exit. */
    public static final Reentry AFTER_EXIT = new Reentry(Per.EVENT, true);
    /** Once on each day, and again after an exit. */
    public static final Reentry PER_DAY = new Reentry(Per.DAY, true);
    /** Once in each zone that the ticket opens, and again after an exit. */
    public static final Reentry PER_ZONE = new Reentry(Per.ZONE, true);

    /** What one entry uses up. */
    public enum Per {
        /** The event. */
        EVENT,
        /** The day, by the event's own time. */
        DAY,
        /** The zone behind the gate. */
        ZONE
    }
}
