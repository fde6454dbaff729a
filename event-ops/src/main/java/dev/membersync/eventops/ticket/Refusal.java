package dev.membersync.eventops.ticket;

/** Why a text is no ticket that counts, as far as the text and the keys can tell. */
public enum Refusal {
    /** It is not the text of a ticket: length, alphabet, version, flags, window or event tag are wrong. */
    MALFORMED,
    /** It names a key that this reader does not hold. */
    UNKNOWN_KEY,
    /** The signature is not that key's over this ticket and event. */
    BAD_SIGNATURE,
    /** It is a good ticket of another event. */
    WRONG_EVENT,
    /** It is a good ticket, but its key is revoked or out of its time: send the person to the help desk. */
    KEY_REVOKED
}
