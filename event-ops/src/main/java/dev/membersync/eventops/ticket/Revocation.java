package dev.membersync.eventops.ticket;

import java.time.Instant;

/**
 * Says that the generations of a serial below one count no more.
 *
 * @param serial the ticket
 * @param minimum the first generation that counts, 1 to 65535
 * @param reason why
 * @param since since when, in milliseconds; finer parts are cut off
 */
public record Revocation(Serial serial, int minimum, RevocationReason reason, Instant since) implements ListEntry {
    public Revocation {
        if (minimum < 1 || minimum > 0xffff) {
            throw new IllegalArgumentException("minimum generation " + minimum + " is not in 1 to 65535");
        }
        since = ListKind.since(since);
    }

    /** Revokes what a ticket says, and every generation before it. */
    public static Revocation of(TicketBody body, RevocationReason reason, Instant since) {
        return new Revocation(body.serial(), body.generation() + 1, reason, since);
    }

    @Override
    public boolean hits(int generation) {
        return generation < minimum;
    }

    /** A minimum never goes down. */
    @Override
    public boolean replaces(ListEntry other) {
        return !(other instanceof Revocation revocation) || revocation.minimum < minimum;
    }
}
