package dev.membersync.sync.store;

import dev.membersync.client.policy.Lane;
import java.io.PrintStream;
import java.util.List;

/** A process that commits one mark after the other and says which are acknowledged, until it is killed. */
final class CommitForever {
    private CommitForever() {}

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        try (JdbcStore store = JdbcStore.open(arguments[0])) {
            for (int i = 1; ; i++) {
                String userId = "m" + i;
                store.inTransaction(StoreContract.SPRING, tx -> {
                    tx.work().mark(List.of(userId, userId + "-twin"), Lane.LIVE, StoreContract.NOON);
                    return tx.work().lease(2, "w", StoreContract.NOON, StoreContract.MINUTE);
                });
                out.println(i);
                out.flush();
            }
        } catch (StoreException e) {
            out.println(e.getMessage());
        }
    }
}
