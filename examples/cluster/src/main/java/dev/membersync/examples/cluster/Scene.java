package dev.membersync.examples.cluster;

import dev.membersync.testkit.FakeDelivery;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A database, the services of all tenants and the nodes; hooks go to the nodes in turn, as a load balancer sends them. */
final class Scene implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Options options;
    private final Path folder;
    private final List<Services> services = new ArrayList<>();
    private final List<Node> nodes = new CopyOnWriteArrayList<>();
    private final List<Process> processes = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Thread end = new Thread(() -> processes.forEach(Process::destroyForcibly));

    private Scene(Options options, Path folder) {
        this.options = options;
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(end);
    }

    /**
     * Sets everything up and starts the nodes.
     *
     * @param act what tells the schemas of this scene from those of others in the same database
     */
    static Scene open(Options options, Database database, String act) throws IOException, SQLException {
        Scene scene = new Scene(options, Files.createTempDirectory("membersync-cluster"));
        try {
            for (int i = 0; i < options.tenants(); i++) {
                scene.add(new Services("t" + i, options.members(), options.rate()), database.schema(act + "_t" + i));
            }
            scene.startNodes(database.schema(act + "_cluster"));
            return scene;
        } catch (IOException | SQLException | RuntimeException failure) {
            scene.close();
            throw failure;
        }
    }

    private void add(Services tenant, String store) throws IOException {
        services.add(tenant);
        Files.writeString(folder.resolve(tenant.tenant() + ".yaml"), tenant.yaml(store));
        tenant.deliverTo(
                delivery -> deliver(tenant, "/hooks/memberships", delivery),
                delivery -> deliver(tenant, "/hooks/accelevents/" + Services.SECRET, delivery));
    }

    private void startNodes(String database) throws IOException {
        for (int i = 1; i <= options.nodes(); i++) {
            processes.add(Node.begin("n" + i, folder, database, options));
        }
        for (int i = 1; i <= options.nodes(); i++) {
            nodes.add(Node.of("n" + i, processes.get(i - 1), http));
        }
    }

    private int deliver(Services tenant, String path, FakeDelivery delivery) {
        List<Node> living = nodes.stream().filter(Node::isAlive).toList();
        if (living.isEmpty()) {
            return 0;
        }
        Node next = living.get(Math.floorMod(turn.getAndIncrement(), living.size()));
        return next.post("/" + tenant.tenant() + path, delivery.headers(), delivery.body());
    }

    List<Services> services() {
        return services;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** The node of each tenant, as a living node sees it. */
    Map<String, String> shifts() {
        return nodes.stream()
                .filter(Node::isAlive)
                .map(Node::shifts)
                .filter(shifts -> !shifts.isEmpty())
                .findFirst()
                .orElse(Map.of());
    }

    /** Whether every tenant has a node, and none of them this one. */
    boolean isStaffedWithout(String gone) {
        Map<String, String> shifts = shifts();
        return shifts.size() == options.tenants()
                && shifts.values().stream().noneMatch(node -> node.isEmpty() || node.equals(gone));
    }

    /** Waits until something has become true. @return whether it did in this time */
    boolean until(Duration most, BooleanSupplier fact) throws InterruptedException {
        long began = System.nanoTime();
        while (!fact.getAsBoolean()) {
            if (System.nanoTime() - began > most.toNanos()) {
                return false;
            }
            Thread.sleep(LOOK.toMillis());
        }
        return true;
    }

    /** Who holds what, a line for each node. */
    String table() {
        Map<String, List<String>> held = new TreeMap<>();
        nodes.forEach(node -> held.put(node.name() + (node.isAlive() ? "" : " (killed)"), new ArrayList<>()));
        shifts().forEach((tenant, node) -> held.computeIfAbsent(
                        node.isEmpty() ? "nobody" : node, other -> new ArrayList<>())
                .add(tenant));
        return held.entrySet().stream()
                .map(row -> String.format("  %-12s %s", row.getKey(), String.join(" ", row.getValue())))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        nodes.parallelStream().forEach(Node::close);
        processes.forEach(Process::destroyForcibly);
        services.forEach(Services::close);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException left) {
            System.err.println("left behind: " + folder);
        }
        Runtime.getRuntime().removeShutdownHook(end);
    }
}
