package dev.membersync.examples.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.membersync.client.http.Headers;
import dev.membersync.client.webhook.Delivery;
import dev.membersync.sync.cluster.Cluster;
import dev.membersync.sync.cluster.ClusterBuilder;
import dev.membersync.sync.config.TenantConfig;
import dev.membersync.sync.intake.HookAnswer;
import dev.membersync.sync.intake.HookHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One node: its tenants are the YAML files of a folder, its hooks are at {@code /TENANT/hooks/...}. It ends when its standard input does. */
final class NodeProcess {
    private static final String ENDING = ".yaml";
    private static final int THREADS = 8;

    private final Cluster cluster;

    private NodeProcess(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Runs until the end of standard input.
     *
     * @param words its name, the folder, the url of the cluster's database and the lease in seconds
     */
    static void run(List<String> words) throws IOException {
        String name = words.get(0);
        Path folder = Path.of(words.get(1));
        String database = words.get(2);
        Duration lease = Duration.ofSeconds(Long.parseLong(words.get(3)));
        // snippet: node
        ClusterBuilder builder = Cluster.builder()
                .database(database) // jdbc:postgresql://..., where the nodes meet
                .node(name)
                .lease(lease)
                .grace(Duration.ofSeconds(10));
        for (Path file : files(folder)) {
            builder.tenant(tenant(file), TenantConfig.read(file)); // north from north.yaml, on all nodes
        }
        // end
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (Cluster cluster = builder.build().start()) {
            server.createContext("/", new NodeProcess(cluster)::answer);
            server.setExecutor(threads);
            server.start();
            System.out.println("listening " + server.getAddress().getPort());
            while (System.in.read() >= 0) {}
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    private static String tenant(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/status")) {
                byte[] text = status().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, text.length);
                exchange.getResponseBody().write(text);
                return;
            }
            byte[] body;
            try (InputStream in = exchange.getRequestBody()) {
                body = in.readNBytes(HookHandler.LARGEST_BODY + 1);
            }
            int end = path.indexOf('/', 1);
            String tenant = path.substring(1, end);
            // snippet: hooks
            Delivery delivery = Delivery.of(Headers.of(exchange.getRequestHeaders()), body)
                    .from(exchange.getRemoteAddress().getAddress())
                    .at(path.substring(end));
            HookAnswer answer = cluster.hooks(tenant).handle(exchange.getRequestMethod(), delivery);
            // end
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(answer.status(), -1);
        }
    }

    /** A line for each tenant: its name, its node and since when. */
    private String status() {
        return cluster.status().shifts().stream()
                .map(shift -> shift.tenant() + " " + shift.holder().orElse("-") + " "
                        + shift.since().map(Object::toString).orElse("-"))
                .collect(Collectors.joining("\n"));
    }
}
