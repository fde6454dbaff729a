package dev.membersync.eventops.store;

import dev.membersync.eventops.checkin.CheckInStore;
import dev.membersync.eventops.checkin.Fest;

/** The store in memory keeps the contract. */
final class MemoryCheckInStoreTest implements CheckInStoreContract {
    private final MemoryCheckInStore store = MemoryCheckInStore.create(Fest.EVENT);

    @Override
    public CheckInStore store() {
        return store;
    }

    @Override
    public CheckInStore other() {
        return MemoryCheckInStore.create("another");
    }
}
