package dev.membersync.examples.camelpeer;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.platform.http.PlatformHttpConstants;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.main.Main;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Members to attendees with Apache Camel: a peer that the benchmarks run beside membersync. It is written as Camel's own
 * documentation recommends; each part names the page it follows, by its title. One process: a load of all members (the
 * pages of the list, split, each member worked off by a pool), and with {@code --mode live} webhooks that name one member.
 *
 * <p>What is compared: the workflow of README's sample. Active members get one ticket, VIP for the plan gold and General
 * Admission for all others, by the order and the payment step; name, address, Member ID and Membership Status are filled,
 * and in the careful setting follow the member. Both programs see the same services, limit, database and number of workers.
 *
 * <table>
 * <caption>The settings</caption>
 * <tr><th>setting</th><th>key of the idempotent consumer</th><th>before a create</th><th>sent again</th></tr>
 * <tr><td>{@code documented}</td><td>userId, added before the work (the default)</td><td>nothing</td>
 * <td>every call, three times</td></tr>
 * <tr><td>{@code lazy}</td><td>userId, added after the work</td><td>nothing</td><td>every call, three times</td></tr>
 * <tr><td>{@code careful}</td><td>userId and content, in the transaction of the work; one at a time for a member</td>
 * <td>looks for the holder: in one list for a load, by a search for a hook</td><td>what is safe: not the payment</td></tr>
 * </table>
 *
 * <p>The rules: nothing of membersync is given to the peer, that is no table that links members with tickets, no intents
 * written before a call, no tag in orders, no reading back after a lost reply. Nothing is held back from it either: parallel
 * work, pooled connections, timeouts, one throttle for each service, redelivery with growing waits, dead letters in a table.
 *
 * <p>What Camel lacks here by design, because it routes messages and keeps no record of two sides:
 *
 * <ul>
 *   <li>A key says that a message was seen, not which ticket came of it. Without care no change ever arrives; with care each
 *       change costs a search (or its share of a list) and a read, and a member whose address changed is not found and gets a
 *       second ticket.
 *   <li>A key and a call to a service are no transaction. Early keys lose members when a process is killed, late ones make
 *       second tickets, unless the service is asked first, every time.
 *   <li>A lost reply is a failure like any other. A payment that is sent again is told that the order is paid, which is a
 *       failure too: the member ends as a dead letter with a ticket, and the next run makes another unless it looks first.
 *   <li>The throttle counts what this process sends from its start: a killed one's calls are unknown to the next, and a reply
 *       that names the limit changes nothing.
 *   <li>A webhook is answered when it waits in memory; after a kill the next load brings what it told.
 *   <li>Removals, exchanges of ticket types, conflicts, guards and reviews are left to the reader of the dead letters.
 * </ul>
 *
 * <p>All of this can be written around Camel, as around any library; what is compared is what is there without.
 */
public final class CamelPeer implements AutoCloseable {
    private static final String REPOSITORY = "members-to-attendees";

    private final Settings settings;
    private final HikariDataSource database;
    private final Main main = new Main();
    private final Progress progress = new Progress(System.err);
    private final VertxPlatformHttpServer server;

    private CamelPeer(Settings settings) {
        this.settings = settings;
        this.database = new HikariDataSource();
        VertxPlatformHttpServerConfiguration http = new VertxPlatformHttpServerConfiguration();
        http.setBindHost("127.0.0.1");
        http.setBindPort(settings.hooks());
        this.server = new VertxPlatformHttpServer(http);
    }

    /**
     * Runs as the class says, until the load is done or, live, standard input closes. Prints {@code ready} and the address of
     * its hooks on standard output when a live process receives them; progress goes to standard error. Exits with 0, with 1
     * when the load could not be finished.
     *
     * @param args {@code --memberships URL --membershipsKey KEY --accelevents URL --acceleventsKey KEY --event EVENTURL
     *     --database JDBC_URL --rate CALLS/SECONDS --workers N --mode once|live --hooks PORT --hookSecret TEXT --setting
     *     documented|lazy|careful}
     */
    public static void main(String[] args) throws Exception {
        try (CamelPeer peer = start(Settings.parse(args))) {
            peer.load();
            if (peer.settings.live()) {
                System.out.println("ready http://127.0.0.1:" + peer.port());
                untilInputEnds();
            }
        }
        System.exit(0);
    }

    static CamelPeer start(Settings settings) throws Exception {
        CamelPeer peer = new CamelPeer(settings);
        peer.database.setJdbcUrl(settings.database());
        // A transacted route keeps a connection while it works; the keys and dead letters of others need some more.
        peer.database.setMaximumPoolSize(settings.workers() + 4);
        new JdbcTemplate(peer.database).execute(DeadLetters.TABLE);
        peer.configure();
        peer.main.start();
        return peer;
    }

    private void configure() throws Exception {
        // "Camel Main": beans are bound in its registry. "SQL": the one DataSource there is used; "Transactional
        // Client": so is the one transaction manager.
        main.bind("dataSource", database);
        main.bind("transactionManager", new DataSourceTransactionManager(database));
        main.configure().addRoutesBuilder(new Gates(settings));
        main.configure().addRoutesBuilder(new DeadLetters(progress));
        main.configure().addRoutesBuilder(new LoadRoutes(settings));
        main.configure().addRoutesBuilder(memberRoutes());
        if (settings.live()) {
            // "Graceful Shutdown": routes stop in the reverse order of their start, so the hooks come last and stop
            // first.
            main.configure().addRoutesBuilder(new HookRoutes(settings, InstantSource.system()));
        }
        main.configure().withShutdownTimeout(20);
        main.addMainListener(new Wiring(this::wire));
    }

    private RouteBuilder memberRoutes() {
        InstantSource clock = InstantSource.system();
        Bodies bodies = new Bodies(clock);
        // "SQL", JDBC-based idempotent repository: creates its table, whose primary key is the unique constraint.
        JdbcMessageIdRepository repository = new JdbcMessageIdRepository(database, REPOSITORY);
        return settings.setting() == Setting.CAREFUL
                ? new CarefulRoutes(settings, bodies, progress, repository, new Holders())
                : new SimpleRoutes(settings, bodies, progress, repository);
    }

    /** What has to be there before the routes are. */
    private void wire(CamelContext context) throws Exception {
        HttpComponent http = context.getComponent("http", HttpComponent.class);
        // "HTTP": a pooled connection for each worker and timeouts, which are endless by default.
        http.setConnectionsPerRoute(Math.max(20, settings.workers()));
        http.setMaxTotalConnections(200);
        http.setConnectTimeout(5_000);
        http.setConnectionRequestTimeout(30_000);
        http.setResponseTimeout(10_000);
        http.setSoTimeout(10_000);
        if (settings.setting() == Setting.CAREFUL) {
            // "HTTP", Handling HTTP 429: the client below repeats calls by itself otherwise, past throttle and policy.
            http.setAutomaticRetriesDisabled(true);
        }
        if (settings.live()) {
            // "Platform HTTP Vert.x", VertxPlatformHttpServer: a server of the application's own.
            context.addService(server);
        }
    }

    /** One whole load. */
    void load() throws Exception {
        main.getCamelTemplate().requestBody(LoadRoutes.ENTRY, "");
        progress.print();
    }

    int port() {
        return Objects.requireNonNull(
                        main.getCamelContext()
                                .getRegistry()
                                .lookupByNameAndType(
                                        PlatformHttpConstants.PLATFORM_HTTP_ENGINE_NAME, PlatformHttpEngine.class),
                        "no server receives hooks")
                .getServerPort();
    }

    private static void untilInputEnds() throws IOException {
        int read;
        do {
            read = System.in.read();
        } while (read >= 0);
    }

    @Override
    public void close() {
        main.stop();
        database.close();
    }
}
