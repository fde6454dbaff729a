package dev.membersync.examples.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Somebody who does what a page says, from its first block to its last, in an empty folder. */
final class Walk implements AutoCloseable {
    /** Where commands and snippets of Java find their files: the folder that the tests run in. */
    private static final Path FOLDER = Path.of("").toAbsolutePath();

    private final Path root;
    private final Map<String, String> environment = new HashMap<>();
    private final Ports ports = new Ports();
    private final Servers servers = new Servers(ports);
    private Printed last = Printed.NOTHING;

    private Walk(Path root) {
        this.root = root;
    }

    static Walk begin() {
        Places.sweep();
        return new Walk(Places.root());
    }

    Path root() {
        return root;
    }

    Path file(String name) {
        return FOLDER.resolve(name);
    }

    /** Variables, as {@code export} sets them. */
    Map<String, String> environment() {
        return environment;
    }

    Ports ports() {
        return ports;
    }

    /** What runs in the other terminals. */
    Servers servers() {
        return servers;
    }

    /** What the last command printed. */
    Printed last() {
        return last;
    }

    void printed(Printed printed) {
        last = printed;
    }

    /** What the last command showed in a terminal, with the ports of the page. */
    String shown() {
        return ports.ofPage(last.all()).replace(FOLDER + "/", "");
    }

    /** Writes a configuration of the page, with the ports that were bound. */
    void write(String name, String text) {
        boolean live = text.lines().anyMatch(line -> line.startsWith("live:"));
        try {
            Files.writeString(file(name), ports.bound(live ? text : text + "live: {port: 0}\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what runs in the other terminals and empties the folder. */
    void beginAnew() {
        servers.close();
        Places.sweep();
    }

    @Override
    public void close() {
        servers.close();
    }
}
