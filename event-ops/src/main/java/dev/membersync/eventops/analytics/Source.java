package dev.membersync.eventops.analytics;

import java.util.Locale;

/** Where facts come from; each has its own freshness. */
public enum Source {
    /** What the event says of itself, and its ticket types. */
    EVENT,
    /** The members of the Memberships account. */
    MEMBERS,
    /** Orders and attendees of the event. */
    REGISTRATIONS,
    /** Scans at the door. */
    SCANS,
    /** Editions before this one. */
    EDITIONS,
    /** The ledger of the synchronisation. */
    LEDGER,
    /** The journal of the synchronisation. */
    JOURNAL,
    /** Facts that only the organiser has. */
    OWN;

    /** Its name in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
