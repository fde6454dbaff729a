package dev.membersync.examples.middleware;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real browser without a window, asked one thing after the other by its own protocol (Chrome DevTools Protocol). */
final class Chromium implements AutoCloseable {
    private static final String LISTENING = "DevTools listening on ws://";
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final LinkedBlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();
    private final WebSocket page;
    private int asked;

    private Chromium(Process process, String address) throws IOException, InterruptedException {
        this.process = process;
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest fresh = HttpRequest.newBuilder(URI.create("http://" + address + "/json/new?about:blank"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        JsonNode target = JSON.readTree(
                http.send(fresh, HttpResponse.BodyHandlers.ofString()).body());
        this.page = http.newWebSocketBuilder()
                .buildAsync(URI.create(target.get("webSocketDebuggerUrl").asString()), new Listener())
                .join();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                told.add(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }

    /** Starts a browser whose profile is in a folder. */
    static Chromium start(Path folder) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("membersync.browser", "chromium")));
        command.addAll(List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"));
        command.addAll(List.of("--disable-background-networking", "--disable-component-update", "--disable-sync"));
        command.addAll(List.of("--hide-scrollbars", "--remote-debugging-port=0"));
        command.add("--user-data-dir=" + folder.resolve("browser"));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
            String line = said.readLine();
            while (line != null && !line.startsWith(LISTENING)) {
                line = said.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("the browser ended at once: " + command.get(0));
            }
            Thread reader = new Thread(() -> said.lines().forEach(more -> {}), "browser-output");
            reader.setDaemon(true);
            reader.start();
            return new Chromium(process, line.substring(LISTENING.length()).replaceAll("/.*", ""));
        } catch (IOException e) {
            throw new UncheckedIOException("this profile needs Chromium; name its file with -Dmembersync.browser", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private JsonNode ask(String method, Map<String, Object> parameters) {
        int id = ++asked;
        page.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        try {
            while (true) {
                JsonNode message = told.poll(60, TimeUnit.SECONDS);
                if (message == null) {
                    throw new IllegalStateException("the browser does not answer " + method);
                }
                if (message.path("id").asInt(0) == id) {
                    return message.path("result");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Opens an address in a window of this size. */
    void open(String address, int width, int height) {
        ask(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        ask("Page.navigate", Map.of("url", address));
        until("document.readyState === 'complete'");
    }

    /** The value of an expression as text. */
    String value(String expression) {
        return ask("Runtime.evaluate", Map.of("expression", "String(" + expression + ")", "returnByValue", true))
                .path("result")
                .path("value")
                .asString("");
    }

    /** Does something that loads another page, and waits for what is on it. */
    void go(String action, String there) {
        value(action);
        until(there);
    }

    /** Waits until an expression is true; the test's own time limit ends it. */
    void until(String expression) {
        Running.until(() -> value(expression).equals("true"));
    }

    /** A picture of the window. */
    void picture(Path file) {
        byte[] png = Base64.getDecoder()
                .decode(ask("Page.captureScreenshot", Map.of("format", "png"))
                        .path("data")
                        .asString());
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        page.abort();
        process.destroy();
        process.onExit()
                .orTimeout(10, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
    }
}
