package dev.membersync.sync.intake;

import java.util.Collection;

/**
 * Takes the names of records that may have changed to a safe place. When a method returns, the mark is durable in every
 * workflow concerned; when it throws, the sender has to come again, which does no harm. Thread-safe.
 */
public interface Intake {
    /**
     * Marks members; one that nobody knows is looked up.
     *
     * @throws dev.membersync.sync.store.StoreException when the store cannot take it
     */
    void members(Collection<String> userIds);

    /**
     * Marks the members of these tickets, who are read again with their ticket. Where a name is not known, or the hint is
     * blind, the orders are asked at once for what changed.
     *
     * @throws dev.membersync.sync.store.StoreException when the store cannot take it
     */
    void tickets(TicketHint hint);
}
