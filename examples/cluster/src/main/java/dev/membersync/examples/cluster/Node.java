package dev.membersync.examples.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A node as a process of its own. */
final class Node implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int GRACE_SECONDS = 20;

    private final String name;
    private final Process process;
    private final HttpClient http;
    private final int port;

    private Node(String name, Process process, HttpClient http, int port) {
        this.name = name;
        this.process = process;
        this.http = http;
        this.port = port;
    }

    /** Starts the process; it may not listen yet. */
    static Process begin(String name, Path folder, String database, Options options) throws IOException {
        List<String> command = new ArrayList<>();
        if (!options.with().isBlank()) {
            command.addAll(List.of(options.with().strip().replace("{}", name).split("\\s+")));
        }
        command.addAll(java(name, folder, database, options.lease()));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve(name + ".log").toFile())
                .start();
    }

    private static List<String> java(String name, Path folder, String database, Duration lease) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return List.of(
                java.toString(),
                "-Xmx256m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                ClusterApp.class.getName(),
                ClusterApp.NODE,
                name,
                folder.toString(),
                database,
                Long.toString(lease.toSeconds()));
    }

    /** Waits until the process listens. */
    static Node of(String name, Process process, HttpClient http) throws IOException {
        BufferedReader told = process.inputReader(StandardCharsets.UTF_8);
        String line = told.readLine();
        while (line != null && !line.startsWith("listening ")) {
            line = told.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("the node " + name + " did not start; see " + name + ".log");
        }
        return new Node(name, process, http, Integer.parseInt(line.substring("listening ".length())));
    }

    String name() {
        return name;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The processor time it has used. */
    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Gives it a webhook. @return the status; 0 when nobody answers */
    int post(String path, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException nobodyThere) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Who works on what: the name of the node for each tenant, empty for nobody; no tenant at all when it does not answer in time. */
    Map<String, String> shifts() {
        try {
            String text = http.send(request("/status").build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            Map<String, String> shifts = new TreeMap<>();
            text.lines()
                    .map(line -> line.split(" "))
                    .forEach(words -> shifts.put(words[0], words[1].equals("-") ? "" : words[1].split("~")[0]));
            return shifts;
        } catch (IOException busy) {
            return Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE);
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Sends it a signal by name. */
    void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Ends it as an operator does; one that does not end is killed. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException gone) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
