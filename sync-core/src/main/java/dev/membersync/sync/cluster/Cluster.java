package dev.membersync.sync.cluster;

import dev.membersync.sync.LiveSync;
import dev.membersync.sync.config.TenantConfig;
import dev.membersync.sync.intake.HookHandler;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One of many processes, the nodes, that share the work on many tenants over one PostgreSQL. Each tenant is one node's shift
 * at a time: it polls, reads the lists and works on the members, as a {@link LiveSync} of its own with its own threads. More
 * nodes never make one tenant faster, because its services count calls by credential; they share out the tenants, and when
 * one is killed the others take its tenants over within the lease.
 *
 * <p>The shift saves work, it protects nothing: links, leases and constraints in the tenant's store do, so that two nodes
 * that work on one tenant for a moment double and lose nothing. A tenant that cannot be opened is told to the listener and
 * tried again after growing waits, five seconds to five minutes; the others go on.
 *
 * <p>Nodes count on each other's shares: each takes the tenants divided by the living nodes, rounded up. One that joins gets
 * its share after a lease, tenant by tenant; each handover costs the new holder one reading of both lists. Thread-safe.
 */
public final class Cluster implements AutoCloseable {
    private final ClusterSettings settings;
    private final Map<String, Branch> branches = new TreeMap<>();
    private @Nullable Watch watch;
    private boolean closed;

    Cluster(ClusterSettings settings, Map<String, TenantConfig> tenants) {
        this.settings = settings;
        tenants.forEach((name, config) -> branches.put(
                name, new Branch(name, config, settings, news -> watch().tell(name, news), () -> watch().budgets())));
    }

    /** A node to be built. */
    public static ClusterBuilder builder() {
        return new ClusterBuilder();
    }

    /** The node's name and what tells this run of it from others, as {@link #status} shows it. */
    public String id() {
        return settings.id();
    }

    /**
     * Joins the others. It does not wait for a shift; the first nodes wait for each other up to three seconds.
     *
     * @throws dev.membersync.sync.store.StoreException when the database of the cluster cannot be opened
     * @throws IllegalStateException when it was started or closed before
     */
    public synchronized Cluster start() {
        if (closed || watch != null) {
            throw new IllegalStateException("a node is started once; build another one");
        }
        watch = Watch.start(settings, branches);
        return this;
    }

    /**
     * Who works on what.
     *
     * @throws dev.membersync.sync.store.StoreException when the database of the cluster cannot be read
     */
    public ClusterStatus status() {
        return watch().status();
    }

    /**
     * The hooks of a tenant, on any node: what comes in is kept in the tenant's store, and the node on shift looks at it
     * within about a second. While the store cannot be reached the sender is asked to come again.
     *
     * @throws IllegalArgumentException for a tenant that this node does not know
     */
    public HookHandler hooks(String tenant) {
        return branch(tenant).hooks();
    }

    /**
     * The live run of a tenant while this node has its shift, to look at it or to let a paused workflow go on.
     *
     * @throws IllegalArgumentException for a tenant that this node does not know
     */
    public Optional<LiveSync> live(String tenant) {
        return branch(tenant).live();
    }

    /**
     * Hands the shifts of this node back, each as soon as its members at work are finished, at the latest after the grace
     * period; then leaves. To kill the process instead loses nothing.
     */
    @Override
    public void close() {
        Watch running;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            running = watch;
        }
        if (running != null) {
            running.close();
        }
        branches.values().forEach(Branch::close);
    }

    private synchronized Watch watch() {
        if (watch == null) {
            throw new IllegalStateException("the node is not started; call start()");
        }
        return watch;
    }

    private Branch branch(String tenant) {
        Branch branch = branches.get(tenant);
        if (branch == null) {
            throw new IllegalArgumentException("this node knows no tenant " + tenant + ", but "
                    + branches.keySet().stream().collect(Collectors.joining(", ")));
        }
        return branch;
    }
}
