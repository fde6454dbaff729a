package dev.membersync.sync.store;

import dev.membersync.client.policy.RateLedger;
import dev.membersync.client.testing.ManualTime;

/** The ledger of one process keeps the contract. */
final class MemoryLedgerTest implements RateLedgerContract {
    private final RateLedger ledger = RateLedger.inMemory(ManualTime.create());

    @Override
    public RateLedger ledger() {
        return ledger;
    }

    @Override
    public RateLedger another() {
        return ledger;
    }
}
