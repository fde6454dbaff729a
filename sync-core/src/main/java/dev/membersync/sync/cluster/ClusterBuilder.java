package dev.membersync.sync.cluster;

import dev.membersync.client.time.Time;
import dev.membersync.sync.SyncListener;
import dev.membersync.sync.config.TenantConfig;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects what a node is made of: {@code database} and a {@code tenant} are required. Not thread-safe. */
public final class ClusterBuilder {
    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(2);
    private static final String POSTGRESQL = "jdbc:postgresql:";
    /** The scheduler keeps 50 characters of it, nine of which tell runs apart. */
    private static final String NAME = "[A-Za-z0-9._-]{1,40}";

    private final Map<String, TenantConfig> tenants = new LinkedHashMap<>();
    private String name = "node-" + ProcessHandle.current().pid();
    private Duration lease = Duration.ofSeconds(20);
    private Duration grace = Duration.ofSeconds(30);
    private int workers = 4;
    private long release;
    private Consumer<ClusterEvent> listener = event -> {};
    private Function<String, SyncListener> listeners = tenant -> new SyncListener() {};
    private Time time = Time.system();
    private @Nullable String url;

    ClusterBuilder() {}

    /**
     * Where the nodes meet: a PostgreSQL database that all of them reach, as {@link
     * dev.membersync.sync.store.JdbcStore#open(String)} takes it. Required. A schema of its own is best; it must exist.
     */
    public ClusterBuilder database(String postgresUrl) {
        if (!postgresUrl.startsWith(POSTGRESQL)) {
            throw new IllegalArgumentException(
                    "the database of a cluster is PostgreSQL: a url that begins with " + POSTGRESQL);
        }
        url = postgresUrl;
        return this;
    }

    /** What this node is called, up to 40 letters, digits, dots, dashes and underscores; default {@code node-} and the number of the process. */
    public ClusterBuilder node(String nodeName) {
        name = checked(nodeName, "a node");
        return this;
    }

    /**
     * A tenant that this node may work on; at least one is required.
     *
     * @param tenantName the same on every node and for ever: up to 40 letters, digits, dots, dashes and underscores
     * @param config its store is on PostgreSQL, has a {@code key}, and is no other tenant's
     */
    public ClusterBuilder tenant(String tenantName, TenantConfig config) {
        checked(tenantName, "a tenant");
        String store = config.store().url();
        if (!store.startsWith(POSTGRESQL)) {
            throw new IllegalArgumentException("the store of the tenant " + tenantName
                    + " belongs to one process; in a cluster store.url begins with " + POSTGRESQL);
        }
        tenants.forEach((other, known) -> {
            if (other.equals(tenantName) || known.store().url().equals(store)) {
                throw new IllegalArgumentException("the tenants " + other + " and " + tenantName
                        + " have one name or one store; give each its own, such as a currentSchema in store.url");
            }
        });
        tenants.put(tenantName, config);
        return this;
    }

    /**
     * The longest time that a tenant is without a node after one was killed; default 20 seconds, 2 at least. A node that
     * shows no sign of life for half of it has lost its tenants.
     */
    public ClusterBuilder lease(Duration duration) {
        if (duration.compareTo(SHORTEST_LEASE) < 0) {
            throw new IllegalArgumentException("a lease is two seconds at least, not " + duration);
        }
        lease = duration;
        return this;
    }

    /** How long a shift that ends waits for the members at work; default 30 seconds. */
    public ClusterBuilder grace(Duration duration) {
        grace = duration;
        return this;
    }

    /** How many members of each tenant are worked on at once, 1 to 32; default 4. */
    public ClusterBuilder workers(int number) {
        workers = number;
        return this;
    }

    /**
     * The order of configurations: while a node with a higher release of a tenant lives, those with a lower one leave it
     * alone. Default 0. Within one release the configuration that was seen last for the first time wins, so a restarted old
     * node changes nothing; going back to an old configuration needs a higher release, and so does new Java code of a
     * mapping, which the configuration does not show.
     */
    public ClusterBuilder release(long number) {
        release = number;
        return this;
    }

    /** Who is told what happens to shifts; called on the cluster's threads, an exception is logged. Default: nobody. */
    public ClusterBuilder listener(Consumer<ClusterEvent> clusterListener) {
        listener = clusterListener;
        return this;
    }

    /** Who is told what happens in a tenant, by its name; default: nobody. */
    public ClusterBuilder tenantListener(Function<String, SyncListener> byTenant) {
        listeners = byTenant;
        return this;
    }

    /** The time; default: the machine's. What nodes agree on is measured by the database's. */
    public ClusterBuilder time(Time other) {
        time = other;
        return this;
    }

    /**
     * The node; nothing is opened yet.
     *
     * @throws dev.membersync.sync.config.ConfigException when {@code live} of a tenant has mistakes
     * @throws IllegalStateException when something required is missing
     */
    public Cluster build() {
        if (url == null || tenants.isEmpty()) {
            throw new IllegalStateException(
                    "a cluster needs a database and a tenant: call database(..) and tenant(..)");
        }
        String id = name + "~" + String.format("%08x", new SecureRandom().nextInt());
        return new Cluster(
                new ClusterSettings(url, id, lease, grace, workers, release, listener, listeners, time), tenants);
    }

    private static String checked(String name, String what) {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException(
                    "the name of " + what + " has 1 to 40 letters, digits, dots, dashes and underscores, not: " + name);
        }
        return name;
    }
}
