package dev.membersync.sync.store;

/**
 * What a set of links belongs to. Two scopes share nothing: a second event, or a changed event url, starts empty.
 *
 * @param account the Memberships account and the Accelevents organisation, as one stable name
 * @param event the event url
 * @param occurrence the recurring event id, empty for an ordinary event
 * @param workflow the workflow's id
 */
public record Scope(String account, String event, String occurrence, String workflow) {
    /** What belongs to the store as a whole; its transactions are alone, as it has no account. */
    public static final Scope NONE = new Scope("", "", "", "");
}
