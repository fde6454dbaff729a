package dev.membersync.sync.config;

import dev.membersync.client.policy.RateLedger;
import dev.membersync.client.time.Time;
import dev.membersync.sync.SyncListener;
import java.util.Optional;

/**
 * What a tenant is opened with besides its file. Immutable.
 *
 * @param listener told what happens; default nobody
 * @param time the only time
 * @param workers how many members are worked on at once, 1 to 32; default 8
 * @param ledger where all who use a credential keep its rate budget together; default the store's own, where many processes
 *     share it (PostgreSQL)
 */
public record TenantOptions(SyncListener listener, Time time, int workers, Optional<RateLedger> ledger) {
    /** The defaults, at this time. */
    public static TenantOptions at(Time time) {
        return new TenantOptions(new SyncListener() {}, time, 8, Optional.empty());
    }

    /** Another listener. */
    public TenantOptions telling(SyncListener other) {
        return new TenantOptions(other, time, workers, ledger);
    }

    /** Another number of members at once. */
    public TenantOptions workingOn(int members) {
        return new TenantOptions(listener, time, members, ledger);
    }

    /** Rate budgets that are kept here, and so shared with tenants whose stores are others. */
    public TenantOptions sharing(RateLedger budgets) {
        return new TenantOptions(listener, time, workers, Optional.of(budgets));
    }
}
