package dev.membersync.sync.intake;

import java.util.Locale;

/** What became of a delivery. */
public enum HookOutcome {
    /** Its records are marked. */
    ACCEPTED(200),
    /** It is genuine and was accepted before. */
    DUPLICATE(200),
    /** It is genuine and about somebody else's records. */
    FOREIGN(200),
    /** It is genuine and of a type that nobody knows; nothing was marked. */
    UNKNOWN_TYPE(200),
    /** Its body cannot be understood. */
    MALFORMED(400),
    /** It is not proven to come from the sender, or its time lies outside the window. */
    UNPROVEN(401),
    /** It comes from an address that is not on the list. */
    REFUSED_ADDRESS(403),
    /** Nothing is served at this path. */
    UNKNOWN_PATH(404),
    /** It is no POST. */
    WRONG_METHOD(405),
    /** Its body is too large. */
    OVERSIZE(413),
    /** It could not be kept now. Some senders repeat after this status only (DOC, memberships-api.md 6.4). */
    DEFERRED(429);

    private final int status;

    HookOutcome(int status) {
        this.status = status;
    }

    /** The HTTP status to answer with. */
    public int status() {
        return status;
    }

    /** The word in counters, such as {@code unknown_type}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
