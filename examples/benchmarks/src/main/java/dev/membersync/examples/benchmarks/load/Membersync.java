package dev.membersync.examples.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application of this project, by its configuration file. */
final class Membersync implements Subject {
    private static final Pattern LISTENING = Pattern.compile("listening at (http://[^,]+),.*");
    private static final String KEY = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final String MANY = "1000000";

    private final String classPath;

    private Membersync(String classPath) {
        this.classPath = classPath;
    }

    /** The application by its class path, which needs the driver of a store on PostgreSQL. */
    static Membersync of(String classPath) {
        return new Membersync(classPath);
    }

    /** The application in this jar, which comes without a driver of PostgreSQL. */
    static Membersync inJar(Path jar) {
        return new Membersync(jar + System.getProperty("path.separator") + Postgres.driver());
    }

    @Override
    public String name() {
        return "membersync";
    }

    @Override
    public boolean does(World.Task task) {
        return true;
    }

    @Override
    public List<String> command(World world) throws IOException {
        Path file = world.folder().resolve("membersync.yaml");
        Files.writeString(file, yaml(world));
        return List.of(
                "-cp",
                classPath,
                "dev.membersync.examples.syncapp.SyncApp",
                world.mode() == World.Mode.ONCE ? "sync" : "live",
                "--config",
                file.toString());
    }

    private static String yaml(World world) {
        List<String> lines = new ArrayList<>();
        String rate = "rate: {calls: " + world.limit().calls() + ", per: "
                + world.limit().seconds() + "s}";
        boolean contacts = world.task() == World.Task.BOTH_WAYS;
        lines.add("memberships:");
        if (contacts) {
            lines.add("  profile: highlevel");
            lines.add("  locationId: " + Stage.LOCATION);
            lines.add("  members: {only: {tag: member}}");
        }
        lines.add("  baseUrl: '" + world.memberships().url() + "'");
        lines.add("  apiKey: " + world.memberships().key());
        lines.add("  " + rate);
        lines.add("accelevents: {baseUrl: '" + world.accelevents().url() + "', apiKey: "
                + world.accelevents().key() + ", eventUrl: " + world.event() + ", " + rate + "}");
        lines.add("store: {url: '" + world.database() + "', key: " + KEY + "}");
        lines.add("workflows:");
        lines.add("  - template: members-to-attendees");
        boolean paid = world.task() == World.Task.PAYMENTS;
        lines.add("    ticketTypes: {'*': " + (paid ? Stage.PRICED : Stage.FREE) + "}");
        if (paid) {
            lines.add("    paidTickets: unpaid");
        }
        lines.add("    guards: {creates: " + MANY + ", changes: '100% and " + MANY + "'}");
        if (contacts) {
            lines.add("    direction: both");
        }
        if (paid) {
            lines.add("  - template: payments");
        }
        lines.add("live: {port: 0, pollEvery: " + (paid ? 5 : 60) + "s, hooks: {secret: " + world.hookSecret() + "}}");
        return String.join("\n", lines) + "\n";
    }

    @Override
    public Optional<URI> hooks(String line) {
        Matcher matcher = LISTENING.matcher(line);
        return matcher.matches() ? Optional.of(URI.create(matcher.group(1) + "/hooks/generic")) : Optional.empty();
    }

    @Override
    public boolean ready(String line) {
        return line.equals("ready");
    }

    /** 1 is an end with questions to people, which the judge counts as what they are. */
    @Override
    public boolean done(int exit) {
        return exit == 0 || exit == 1;
    }
}
