package dev.membersync.eventops.ticket;

/** What a key may still do. */
public enum KeyState {
    /** Signs new tickets; at most one key of an event does. */
    ACTIVE,
    /** Signs no more; the tickets it signed are good. */
    VERIFY_ONLY,
    /** Compromised: its tickets are sent to the help desk and issued again under another key. */
    REVOKED
}
