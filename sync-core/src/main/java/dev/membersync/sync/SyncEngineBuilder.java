package dev.membersync.sync;

import dev.membersync.client.policy.RetryPolicy;
import dev.membersync.client.time.Time;
import dev.membersync.sync.adapter.MemberDirectory;
import dev.membersync.sync.engine.Checkpoint;
import dev.membersync.sync.engine.TombstonedStore;
import dev.membersync.sync.store.StoreKey;
import dev.membersync.sync.store.SyncStore;
import dev.membersync.sync.workflow.PaymentWorkflow;
import dev.membersync.sync.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Collects what an engine is made of. Not thread-safe. */
public final class SyncEngineBuilder {
    private static final int DEFAULT_WORKERS = 8;
    private static final int MOST_WORKERS = 32;

    final List<Workflow> workflows = new ArrayList<>();
    final List<PaymentWorkflow> payments = new ArrayList<>();
    SyncListener listener = new SyncListener() {};
    Time time = Time.system();
    RetryPolicy retry = RetryPolicy.exponential(Duration.ofSeconds(1), Duration.ofSeconds(30))
            .upTo(6);
    Checkpoint checkpoint = Checkpoint.NONE;
    String owner = "pid " + ProcessHandle.current().pid();
    int workers = DEFAULT_WORKERS;
    boolean rekey;

    @Nullable Executor executor;

    private @Nullable MemberDirectory members;
    private @Nullable SyncStore store;
    private @Nullable StoreKey key;

    SyncEngineBuilder() {}

    /** The Memberships side. Required. */
    public SyncEngineBuilder members(MemberDirectory directory) {
        members = directory;
        return this;
    }

    /** What is remembered between runs. Required. */
    public SyncEngineBuilder store(SyncStore syncStore) {
        store = syncStore;
        return this;
    }

    /** The key of the store's marks, the same for the life of the store. Required. */
    public SyncEngineBuilder key(StoreKey storeKey) {
        key = storeKey;
        return this;
    }

    /**
     * Gives up the key that the store was used with when it is another one, because that one is lost; see
     * {@link StoreKey#rekey}. The first {@link SyncEngine#sync()} after it writes nothing.
     */
    public SyncEngineBuilder rekey() {
        rekey = true;
        return this;
    }

    /** A workflow between members and tickets; at least one of any kind is required, and their ids differ within one event. */
    public SyncEngineBuilder workflow(Workflow workflow) {
        workflows.add(workflow);
        return this;
    }

    /** A workflow about payments; its id differs from those of the other workflows of its event. */
    public SyncEngineBuilder payments(PaymentWorkflow workflow) {
        payments.add(workflow);
        return this;
    }

    /** Who is told what happens; default: nobody. */
    public SyncEngineBuilder listener(SyncListener syncListener) {
        listener = syncListener;
        return this;
    }

    /** The time; default: the machine's. */
    public SyncEngineBuilder time(Time other) {
        time = other;
        return this;
    }

    /** How many members are worked on at once, 1 to 32; default 8. */
    public SyncEngineBuilder workers(int number) {
        if (number < 1 || number > MOST_WORKERS) {
            throw new SyncException("workers is a number from 1 to " + MOST_WORKERS + ", not " + number);
        }
        workers = number;
        return this;
    }

    /** What runs the work on single members; default: threads of the engine's own. */
    public SyncEngineBuilder executor(Executor other) {
        executor = other;
        return this;
    }

    /** When a member whose work failed is tried again within one run; default: six tries, from one second to thirty. */
    public SyncEngineBuilder retry(RetryPolicy policy) {
        retry = policy;
        return this;
    }

    /** Called at every step; for tests that stop the engine anywhere. */
    SyncEngineBuilder checkpoint(Checkpoint hook) {
        checkpoint = hook;
        return this;
    }

    /**
     * The engine.
     *
     * @throws SyncException when something required is missing
     * @throws dev.membersync.sync.store.StoreException when the store was used with another key
     */
    public SyncEngine build() {
        if (workflows.isEmpty() && payments.isEmpty()) {
            throw new SyncException("an engine needs at least one workflow: call workflow(..) or payments(..)");
        }
        return new SyncEngine(this);
    }

    MemberDirectory requiredMembers() {
        return required(members, "the Memberships side: call members(..)");
    }

    /** Behind its tombstones, so that no part of the engine sees it otherwise. */
    SyncStore requiredStore() {
        return TombstonedStore.of(
                required(store, "a store: call store(..)"), requiredKey().marker());
    }

    StoreKey requiredKey() {
        return required(key, "the store key: call key(..)");
    }

    private static <T> T required(@Nullable T part, String what) {
        if (part == null) {
            throw new SyncException("an engine needs " + what);
        }
        return part;
    }
}
