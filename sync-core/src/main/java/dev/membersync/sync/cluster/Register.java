package dev.membersync.sync.cluster;

import dev.membersync.client.policy.RateLedger;
import dev.membersync.client.time.Time;
import dev.membersync.sync.intake.Heard;
import dev.membersync.sync.store.Annex;
import dev.membersync.sync.store.JdbcStore;
import dev.membersync.sync.store.SqlAside;
import dev.membersync.sync.store.SqlSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the nodes know of each other, in the tables of the cluster. Times are the database's. Thread-safe. */
final class Register implements AutoCloseable {
    /** The table of the scheduler, a row for each tenant. */
    static final String SHIFTS = "sync_cluster_shift";

    private static final Annex TABLES = new Annex(
            "cluster",
            List.of(List.of(
                    "CREATE TABLE " + SHIFTS + "(task_name TEXT NOT NULL, task_instance TEXT NOT NULL, task_data BYTES,"
                            + " execution_time TIMESTAMP WITH TIME ZONE NOT NULL, picked BOOLEAN NOT NULL, picked_by TEXT,"
                            + " last_success TIMESTAMP WITH TIME ZONE, last_failure TIMESTAMP WITH TIME ZONE,"
                            + " consecutive_failures INTEGER, last_heartbeat TIMESTAMP WITH TIME ZONE,"
                            + " version BIGINT NOT NULL, PRIMARY KEY(task_instance, task_name))",
                    "CREATE TABLE sync_cluster_node(node TEXT PRIMARY KEY, came_at BIGINT NOT NULL,"
                            + " seen_at BIGINT NOT NULL, leaving INTEGER NOT NULL)",
                    "CREATE TABLE sync_cluster_offer(node TEXT NOT NULL, tenant TEXT NOT NULL, digest TEXT NOT NULL,"
                            + " release BIGINT NOT NULL, PRIMARY KEY(node, tenant))",
                    "CREATE TABLE sync_cluster_edition(generation AUTOKEY, tenant TEXT NOT NULL, digest TEXT NOT NULL,"
                            + " UNIQUE(tenant, digest))",
                    "CREATE TABLE sync_cluster_duty(tenant TEXT PRIMARY KEY, node TEXT NOT NULL, since BIGINT NOT NULL)",
                    "CREATE TABLE sync_cluster_news(seq AUTOKEY, tenant TEXT NOT NULL, tickets INTEGER NOT NULL,"
                            + " members TEXT NOT NULL)")));

    private static final String NOW = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT)";
    private static final String MICROS = "CAST(EXTRACT(EPOCH FROM %s) * 1000000 AS BIGINT)";
    private static final int MOST_NEWS = 500;
    private static final String SEPARATOR = "\n";

    private final JdbcStore store;
    private final SqlAside aside;
    private final Time time;
    private final long aliveMicros;
    private volatile Duration ahead = Duration.ZERO;

    private Register(JdbcStore store, SqlAside aside, Time time, Duration alive) {
        this.store = store;
        this.aside = aside;
        this.time = time;
        this.aliveMicros = alive.toNanos() / 1000;
    }

    /**
     * Opens the tables, which are made when there are none.
     *
     * @param alive how long a node lives since it was seen
     */
    static Register open(String url, Time time, Duration alive) {
        JdbcStore store = JdbcStore.open(url);
        try {
            store.open(TABLES);
            Register register = new Register(store, store.aside(), time, alive);
            register.aside.run(register::clock);
            return register;
        } catch (RuntimeException failure) {
            store.close();
            throw failure;
        }
    }

    /** The rate budgets of all credentials that the tenants use. */
    RateLedger budgets() {
        return store.ledger().orElseThrow();
    }

    SqlAside connections() {
        return aside;
    }

    /** The database's time, as far as it is known. */
    Instant now() {
        return time.instant().plus(ahead);
    }

    /**
     * What all nodes see.
     *
     * @param nodes the living ones, by id
     * @param shifts the tenants, by name
     */
    record Sight(Map<String, Member> nodes, Map<String, Row> shifts, Instant now) {}

    /** A living node. */
    record Member(Instant came, boolean leaving, Map<String, Rota.Edition> offers) {}

    /** A tenant's row; holder and since are empty while nobody works on it. */
    record Row(String holder, Instant due, int failures, Instant since) {}

    /** Says what this node is configured with. */
    void enter(String node, Collection<Offer> offers) {
        aside.run(sql -> {
            for (Offer offer : offers) {
                sql.update(
                        "INSERT INTO sync_cluster_edition(tenant, digest) SELECT ?, ? WHERE NOT EXISTS"
                                + " (SELECT 1 FROM sync_cluster_edition WHERE tenant=? AND digest=?)"
                                + " ON CONFLICT(tenant, digest) DO NOTHING",
                        offer.tenant(),
                        offer.digest(),
                        offer.tenant(),
                        offer.digest());
                sql.update(
                        "INSERT INTO sync_cluster_offer(node, tenant, digest, release) VALUES(?,?,?,?)"
                                + " ON CONFLICT(node, tenant) DO UPDATE SET digest=excluded.digest, release=excluded.release",
                        node,
                        offer.tenant(),
                        offer.digest(),
                        offer.release());
                sql.update(
                        "INSERT INTO " + SHIFTS + "(task_name, task_instance, execution_time, picked, version)"
                                + " VALUES(?, ?, clock_timestamp(), FALSE, 1) ON CONFLICT(task_instance, task_name) DO NOTHING",
                        Shifts.TASK,
                        offer.tenant());
            }
            sql.update(
                    "INSERT INTO sync_cluster_node(node, came_at, seen_at, leaving) VALUES(?, " + NOW + ", " + NOW
                            + ", 0) ON CONFLICT(node) DO UPDATE SET seen_at=excluded.seen_at",
                    node);
            return true;
        });
    }

    /** A configuration of a tenant. */
    record Offer(String tenant, String digest, long release) {}

    /** Shows that this node lives; false when it was forgotten and has to enter again. */
    boolean beat(String node) {
        return aside.run(sql -> sql.update("UPDATE sync_cluster_node SET seen_at=" + NOW + " WHERE node=?", node)) > 0;
    }

    /** From now on others need not count with this node. */
    void leave(String node) {
        aside.run(sql -> sql.update("UPDATE sync_cluster_node SET leaving=1 WHERE node=?", node));
    }

    /** Takes out a node, and those that have been gone for ten times as long as one lives. */
    void forget(String node) {
        aside.run(sql -> {
            sql.update("DELETE FROM sync_cluster_node WHERE node=? OR seen_at<" + NOW + "-?", node, 10 * aliveMicros);
            return sql.update("DELETE FROM sync_cluster_offer WHERE node NOT IN (SELECT node FROM sync_cluster_node)");
        });
    }

    private long clock(SqlSession sql) {
        long micros = sql.number("SELECT " + NOW);
        ahead = Duration.between(time.instant(), at(micros));
        return micros;
    }

    /** How things stand. */
    Sight look() {
        return aside.run(sql -> {
            long now = clock(sql);
            Map<String, Member> nodes = new LinkedHashMap<>();
            sql.list(
                            "SELECT n.node, n.came_at, n.leaving, o.tenant, o.release, e.generation"
                                    + " FROM sync_cluster_node n JOIN sync_cluster_offer o ON o.node=n.node"
                                    + " JOIN sync_cluster_edition e ON e.tenant=o.tenant AND e.digest=o.digest"
                                    + " WHERE n.seen_at>=? ORDER BY n.node, o.tenant",
                            row -> new Offered(
                                    row.text(1),
                                    new Member(at(row.number(2)), row.flag(3), new LinkedHashMap<>()),
                                    row.text(4),
                                    new Rota.Edition(row.number(5), row.number(6))),
                            now - aliveMicros)
                    .forEach(offered -> nodes.computeIfAbsent(offered.node(), id -> offered.member())
                            .offers()
                            .put(offered.tenant(), offered.edition()));
            return new Sight(nodes, shifts(sql), at(now));
        });
    }

    private record Offered(String node, Member member, String tenant, Rota.Edition edition) {}

    private static Map<String, Row> shifts(SqlSession sql) {
        Map<String, Row> shifts = new LinkedHashMap<>();
        sql.list(
                "SELECT s.task_instance, CASE WHEN s.picked THEN s.picked_by ELSE '' END, "
                        + MICROS.formatted("s.execution_time") + ", COALESCE(s.consecutive_failures, 0),"
                        + " COALESCE(d.since, 0) FROM " + SHIFTS + " s LEFT JOIN sync_cluster_duty d"
                        + " ON d.tenant=s.task_instance AND d.node=s.picked_by ORDER BY s.task_instance",
                row -> shifts.put(
                        row.text(1), new Row(row.text(2), at(row.number(3)), row.smallNumber(4), at(row.number(5)))));
        return shifts;
    }

    /** This node works on a tenant from now on; what was heard before is in the store, and all of it is read. */
    void begin(String node, String tenant) {
        aside.run(sql -> {
            sql.update("DELETE FROM sync_cluster_news WHERE tenant=?", tenant);
            return sql.update(
                    "INSERT INTO sync_cluster_duty(tenant, node, since) VALUES(?, ?, " + NOW
                            + ") ON CONFLICT(tenant) DO UPDATE SET node=excluded.node, since=excluded.since",
                    tenant,
                    node);
        });
    }

    /** Passes on what was heard at a door. */
    void tell(String tenant, Heard news) {
        String members = String.join(SEPARATOR, news.members());
        aside.run(sql -> sql.update(
                "INSERT INTO sync_cluster_news(tenant, tickets, members) VALUES(?,?,?)",
                tenant,
                news.tickets(),
                members));
    }

    /** Takes what was heard of these tenants, each piece once. */
    Map<String, List<Heard>> news(Collection<String> tenants) {
        return tenants.isEmpty() ? Map.of() : aside.run(sql -> taken(sql, tenants));
    }

    private static Map<String, List<Heard>> taken(SqlSession sql, Collection<String> tenants) {
        List<News> found = sql.listIn(
                "SELECT seq, tenant, tickets, members FROM sync_cluster_news WHERE tenant IN (?*) ORDER BY seq LIMIT "
                        + MOST_NEWS,
                tenants,
                row -> new News(row.number(1), row.text(2), new Heard(names(row.text(4)), row.flag(3))));
        sql.batch(
                "DELETE FROM sync_cluster_news WHERE seq=?",
                found.stream().map(one -> new Object[] {one.seq()}).collect(Collectors.toCollection(ArrayList::new)));
        return found.stream()
                .collect(Collectors.groupingBy(News::tenant, Collectors.mapping(News::heard, Collectors.toList())));
    }

    private record News(long seq, String tenant, Heard heard) {}

    private static Set<String> names(String joined) {
        return joined.isEmpty() ? Set.of() : Set.of(joined.split(SEPARATOR));
    }

    private static Instant at(long micros) {
        return Instant.EPOCH.plusNanos(micros * 1000);
    }

    @Override
    public void close() {
        try {
            aside.close();
        } finally {
            store.close();
        }
    }
}
