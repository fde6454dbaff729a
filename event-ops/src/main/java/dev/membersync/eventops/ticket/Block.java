package dev.membersync.eventops.ticket;

import java.time.Instant;

/**
 * Keeps every generation of a ticket out until somebody lifts it.
 *
 * @param serial the ticket
 * @param blocked whether it is blocked; false lifts it
 * @param since since when, in milliseconds; finer parts are cut off
 */
public record Block(Serial serial, boolean blocked, Instant since) implements ListEntry {
    public Block {
        since = ListKind.since(since);
    }

    @Override
    public boolean hits(int generation) {
        return blocked;
    }

    @Override
    public boolean replaces(ListEntry other) {
        return !(other instanceof Block block) || block.blocked != blocked;
    }
}
