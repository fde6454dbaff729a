package dev.membersync.sync.engine;

import dev.membersync.sync.store.Intent;
import dev.membersync.sync.store.Intents;
import dev.membersync.sync.store.Intents.Opened;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.SyncStore;
import java.util.Optional;
import java.util.function.Function;

/** The intents of creates without an idempotency key. Each method is one transaction. */
final class OpenCreates {
    /** Writes the link of a member in the transaction that closes its intent. */
    @FunctionalInterface
    interface Adoption {
        /** True when the member is linked to this record, now or before; false when it is another member's. */
        boolean link(SyncStore.Tx tx, String userId, String ref);
    }

    private final SyncStore store;
    private final Scope scope;
    private final Adoption adoption;

    OpenCreates(SyncStore store, Scope scope, Adoption adoption) {
        this.store = store;
        this.scope = scope;
        this.adoption = adoption;
    }

    Optional<Intent> find(String userId) {
        return in(intents -> intents.find(userId));
    }

    /** The open intent of the member, or a new one; empty when another member's has the key. */
    Optional<Intent> open(String userId, long matchKey) {
        return in(intents -> intents.find(userId).or(() -> {
            Intent fresh = IntentSteps.prepared(userId, matchKey);
            return intents.open(fresh) == Opened.OK ? Optional.of(fresh) : Optional.empty();
        }));
    }

    /**
     * Announces a send, under the key that the draft has by now. What was proven undone gives up its old key whether or
     * not the new one is free, so that two members can exchange keys. Busy with the member: somebody else has moved it.
     */
    Opened reopen(Intent seen, Intent sent) {
        return in(intents -> {
            if (!isStill(intents, seen)) {
                return Opened.MEMBER_BUSY;
            }
            intents.remove(seen.userId());
            return intents.open(sent);
        });
    }

    /** Replaces an intent that nobody else has moved. */
    void move(Intent seen, Intent to) {
        in(intents -> {
            if (isStill(intents, seen)) {
                intents.replace(to);
            }
            return to;
        });
    }

    /** Ends an intent that nobody else has moved. */
    void end(Intent seen) {
        in(intents -> {
            if (isStill(intents, seen)) {
                intents.remove(seen.userId());
            }
            return seen;
        });
    }

    /** Links the member and ends its intent; false when the record is another member's. */
    boolean link(String userId, String ref) {
        return store.inTransaction(scope, tx -> {
            boolean linked = adoption.link(tx, userId, ref);
            if (linked) {
                tx.intents().remove(userId);
            }
            return linked;
        });
    }

    private static boolean isStill(Intents intents, Intent seen) {
        return intents.find(seen.userId()).equals(Optional.of(seen));
    }

    private <T> T in(Function<Intents, T> work) {
        return store.inTransaction(scope, tx -> work.apply(tx.intents()));
    }
}
