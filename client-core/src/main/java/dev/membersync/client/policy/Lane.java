package dev.membersync.client.policy;

/** Who is asking for a permit: somebody who waits for the answer, or work that can take its time. */
public enum Lane {
    /** Somebody waits: may burst, and has a reserved share. */
    LIVE,
    /** A record tried again. */
    RETRY,
    /** Reading back what was written. */
    VERIFY,
    /** Scans and first loads. */
    BACKFILL
}
