package dev.membersync.eventops.privacy;

/** What else is remembered of an event beside the synchronisation, such as its scans. */
public interface EventRecords {
    /** Nothing. */
    EventRecords NONE = (place, rehearsal) -> 0;

    /**
     * Deletes it.
     *
     * @param place the event url, and {@code /occurrence} for a recurring event
     * @param rehearsal true to count only
     * @return how many rows went, or would
     */
    long retire(String place, boolean rehearsal);
}
