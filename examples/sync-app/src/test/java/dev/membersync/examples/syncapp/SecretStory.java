package dev.membersync.examples.syncapp;

import dev.membersync.accelevents.AcceleventsClient;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.oauth.OAuthApp;
import dev.membersync.memberships.oauth.OAuthClient;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.sync.config.TenantConfig;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process that lives through everything with marked secrets and marked people, and leaves what it said, stored and printed
 * in a folder: {@code said}, what {@link SecretsTest} searches; {@code given}, what it was told; {@code secrets.txt}.
 */
final class SecretStory {
    private static final Pattern LISTENING = Pattern.compile("listening at (http://[^,]+),");

    private final Path folder;
    private final SecretWorld world;
    private final EmbeddedPostgres server;
    private int number;

    private SecretStory(Path folder, SecretWorld world, EmbeddedPostgres server) {
        this.folder = folder;
        this.world = world;
        this.server = server;
    }

    public static void main(String[] words) throws Exception {
        Path folder = Path.of(words[0]);
        Files.createDirectories(folder.resolve("given"));
        Files.createDirectories(folder.resolve("said"));
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                SecretWorld world = SecretWorld.open()) {
            new SecretStory(folder, world, server).tell();
        }
    }

    private void tell() throws Exception {
        Logger driver = Logger.getLogger("org.postgresql");
        driver.setLevel(Level.OFF); // this statement is the story's own
        execute("CREATE ROLE sync LOGIN SUPERUSER PASSWORD '" + SecretWorld.DATABASE_PASSWORD + "'");
        driver.setLevel(Level.ALL);
        Map<String, String> environment = world.environment(firstRefreshToken());
        Path file = given("membersync.yaml", world.configuration(server.getPort(), folder));
        run(environment, file, "doctor");
        run(environment, file, "plan");
        unkind(0.1);
        run(
                environment,
                file,
                "sync",
                "--evidence",
                folder.resolve("said/evidence").toString());
        unkind(0);
        world.change();
        world.memberships().oauth().expireAccessTokens();
        for (String command : List.of("sync", "review", "dead-letters", "report", "mapping-docs", "evidence")) {
            run(environment, file, command, options(command));
        }
        run(environment, file, "verify", "--deep");
        run(environment, file, "replay", "--all");
        live(environment, file);
        run(environment, file, "erase", "m7");
        failures(environment, file);
        strings(environment, file);
        database();
        Files.write(folder.resolve("secrets.txt"), world.secrets());
    }

    private String[] options(String command) {
        return command.equals("evidence")
                ? new String[] {"--evidence", folder.resolve("said/evidence").toString()}
                : new String[0];
    }

    private void unkind(double share) {
        FaultPlan plan = share == 0
                ? FaultPlan.none()
                : FaultPlan.share(share, 3, EnumSet.complementOf(EnumSet.of(Fault.STALLED_BODY, Fault.DELAY)));
        world.accelevents().faults(plan);
        world.memberships().faults(plan);
    }

    /** Everything that stops a program at its start. */
    private void failures(Map<String, String> environment, Path file) throws IOException {
        run(SecretWorld.with(environment, "CLIENT", "quokka-mistyped-secret"), file, "doctor");
        run(SecretWorld.with(environment, "RIGHT_KEY", "quokka-mistyped-key"), file, "sync");
        run(SecretWorld.with(environment, "STORE_KEY", "quokka-another-store-key"), file, "sync");
        run(SecretWorld.with(environment, "RIGHT_KEY", "quokka\u0007key"), file, "sync");
        run(environment, given("gone.yaml", world.configuration(1, folder)), "sync");
        String literal = Files.readString(file).replace("${RIGHT_KEY}", SecretWorld.RIGHT_KEY);
        for (String mistake : List.of(
                literal.replace("\"" + SecretWorld.RIGHT_KEY + "\"", "[" + SecretWorld.RIGHT_KEY),
                literal.replace("apiKey: \"" + SecretWorld.RIGHT_KEY, "apiKeys: \"" + SecretWorld.RIGHT_KEY),
                literal.replace("${HOOKS}", "quokka-short"),
                literal.replace("eventUrl:", "rate: quokka, eventUrl:"))) {
            run(environment, given("mistake" + number + ".yaml", mistake), "doctor");
        }
        world.memberships().oauth().expireAccessTokens();
        world.memberships().oauth().revokeRefreshTokens();
        run(environment, file, "sync");
    }

    private void live(Map<String, String> environment, Path file) throws Exception {
        try (Foreground app = Foreground.start(environment, file, "live", "--json", "--debug")) {
            Matcher url = LISTENING.matcher(app.said());
            if (!url.find()) {
                throw new IllegalStateException("it does not listen");
            }
            world.memberships().webhooks().deliverTo(URI.create(url.group(1) + "/hooks/memberships"));
            world.memberships().members().rename("m2", "Live Quokka");
            post(url.group(1) + "/hooks/accelevents/" + SecretWorld.HOOKS, "{\"orderId\":\"quokka\"}");
            post(url.group(1) + "/hooks/accelevents/quokka-wrong-secret-0123", "{");
            post(url.group(1) + "/hooks/generic", "{\"email\":\"live@quokka.example\"}");
            String pages = get(url.group(1) + "/metrics") + get(url.group(1) + "/health");
            said("pages", pages);
            Terminal end = app.end();
            said("live", end.out() + end.err());
        }
    }

    /** Not with the client of the library, whose log is searched: a sender knows the path. */
    private static void post(String url, String body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setRequestProperty("X-Membersync-Signature", "sha256=quokka");
        connection.setDoOutput(true);
        connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        if (connection.getResponseCode() >= 500) {
            throw new IOException("the door is broken");
        }
        connection.disconnect();
    }

    private static String get(String url) throws IOException {
        try (InputStream in = URI.create(url).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What the objects say of themselves that a program holds: configuration, clients, plan, report, rows of both services. */
    private void strings(Map<String, String> environment, Path file) throws IOException {
        TenantConfig config = TenantConfig.read(file, environment);
        List<Object> held = new ArrayList<>(List.of(config));
        try (MembershipsClient members = MembershipsClient.builder(MembershipsProfile.HIGHLEVEL)
                        .baseUrl(URI.create(world.membershipsUrl()))
                        .apiKey(Secret.of(SecretWorld.LEFT_KEY))
                        .locationId(Dialect.LOCATION)
                        .rateBudget(RateBudget.unlimited())
                        .build();
                AcceleventsClient events = AcceleventsClient.builder(Secret.of(SecretWorld.RIGHT_KEY))
                        .baseUrl(URI.create(world.acceleventsUrl()))
                        .rateBudget(RateBudget.unlimited())
                        .build()) {
            held.add(members);
            held.add(events);
            held.addAll(members.contacts().list().stream().toList());
            held.addAll(
                    events.event(SecretWorld.EVENT).attendees().list().stream().toList());
            held.addAll(events.event(SecretWorld.EVENT).orders().list().stream().toList());
        }
        said("strings", Spoken.of(held));
    }

    private void database() throws IOException, SQLException {
        StringBuilder rows = new StringBuilder();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(
                    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet found = statement.executeQuery("SELECT t::text FROM \"" + table + "\" t")) {
                    while (found.next()) {
                        rows.append(table)
                                .append(' ')
                                .append(found.getString(1))
                                .append('\n');
                    }
                }
            }
        }
        said("database", rows.toString());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void run(Map<String, String> environment, Path file, String command, String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of(options));
        words.addAll(List.of("--config", file.toString(), "--debug"));
        Terminal run = Terminal.run(environment, words.toArray(String[]::new));
        said(command, command + " ended with " + run.status() + "\n" + run.out() + run.err());
        words.add("--json");
        run = Terminal.run(environment, words.toArray(String[]::new));
        said(command, run.out() + run.err());
    }

    private void said(String name, String text) throws IOException {
        Files.writeString(folder.resolve("said").resolve(String.format("%03d-%s.txt", ++number, name)), text);
    }

    private Path given(String name, String text) throws IOException {
        return Files.writeString(folder.resolve("given").resolve(name), text);
    }

    private String firstRefreshToken() {
        OAuthApp app = new OAuthApp(Dialect.CLIENT_ID, Secret.of(Dialect.CLIENT_SECRET));
        try (OAuthClient oauth = OAuthClient.builder(MembershipsProfile.HIGHLEVEL, app)
                .baseUrl(URI.create(world.membershipsUrl()))
                .build()) {
            String code = world.memberships().oauth().authorize(Dialect.CLIENT_ID);
            return oauth.exchange(Secret.of(code))
                    .execute()
                    .refreshToken()
                    .orElseThrow()
                    .reveal();
        }
    }
}
