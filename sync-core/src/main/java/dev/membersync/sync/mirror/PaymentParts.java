package dev.membersync.sync.mirror;

import dev.membersync.client.policy.Lane;
import dev.membersync.client.time.Time;
import dev.membersync.sync.engine.Barred;
import dev.membersync.sync.engine.Checkpoint;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.SyncStore;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.workflow.PaymentWorkflow;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;

/**
 * What a run over payments is made of.
 *
 * @param workflow the workflow
 * @param account the account that everything remembered belongs to
 * @param store what is remembered
 * @param linked the scopes of the workflows that link members to tickets of the same event
 * @param barred tells who has a tombstone: their payments are told to nobody
 * @param time the only time
 * @param checkpoint called at each step
 */
public record PaymentParts(
        PaymentWorkflow workflow,
        String account,
        SyncStore store,
        List<Scope> linked,
        Barred barred,
        Time time,
        Checkpoint checkpoint) {
    public PaymentParts {
        linked = List.copyOf(linked);
    }

    /** The scope of everything that is remembered. */
    public Scope scope() {
        return new Scope(account, workflow.source().event(), workflow.source().occurrence(), workflow.id());
    }

    /** The same parts, whose calls ask the rate budget in this lane. */
    PaymentParts inLane(Lane lane) {
        return new PaymentParts(workflow.inLane(lane), account, store, linked, barred, time, checkpoint);
    }

    /** The same parts, whose registrations are written while this is held. */
    PaymentParts alone(Lock lock) {
        if (!workflow.sink().writesRegistrations()) {
            return this;
        }
        PaymentWorkflow alone = new PaymentWorkflow(
                workflow.id(), workflow.source(), new LoneSink(workflow.sink(), lock), workflow.currency());
        return new PaymentParts(alone, account, store, linked, barred, time, checkpoint);
    }

    /** One transaction in the scope. */
    public <T> T in(Function<Tx, T> work) {
        return store.inTransaction(scope(), work);
    }
}
