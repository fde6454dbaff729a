package dev.membersync.sync.store;

/**
 * How far a feed was read.
 *
 * @param feed the feed's name
 * @param value the vendor's position, empty when there is none
 * @param generation the number of the last scan that was started
 * @param complete the number of the last scan that was complete, 0 for none
 */
public record Cursor(String feed, String value, long generation, long complete) {
    /** A feed that was never read. */
    public static Cursor start(String feed) {
        return new Cursor(feed, "", 0, 0);
    }
}
