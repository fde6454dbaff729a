package dev.membersync.sync.config;

/**
 * Requests that were sent, retries included.
 *
 * @param memberships to the Memberships API
 * @param accelevents to Accelevents
 * @param followUps those of them that read or changed one registration that existed
 */
public record Calls(long memberships, long accelevents, long followUps) {
    /** None. */
    public static final Calls NONE = new Calls(0, 0, 0);

    /** All of them. */
    public long total() {
        return memberships + accelevents;
    }

    /** What came after an earlier count. */
    public Calls since(Calls earlier) {
        return new Calls(
                memberships - earlier.memberships, accelevents - earlier.accelevents, followUps - earlier.followUps);
    }
}
