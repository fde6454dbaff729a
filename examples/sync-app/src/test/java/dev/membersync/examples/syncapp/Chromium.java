package dev.membersync.examples.syncapp;

import dev.membersync.examples.syncapp.internal.JsonText;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real browser without a window, driven by its own protocol (Chrome DevTools Protocol). */
final class Chromium implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/");
    private static final List<String> QUIET = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--remote-debugging-port=0");

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Replies replies = new Replies();
    private final AtomicInteger ids = new AtomicInteger();
    private final WebSocket page;

    private Chromium(Process process, String address) throws IOException, InterruptedException {
        this.process = process;
        HttpRequest fresh = HttpRequest.newBuilder(URI.create("http://" + address + "/json/new?about:blank"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        String target = http.send(fresh, HttpResponse.BodyHandlers.ofString()).body();
        this.page = http.newWebSocketBuilder()
                .buildAsync(URI.create((String) JsonText.read(target).get("webSocketDebuggerUrl")), replies)
                .join();
    }

    /** Answers by the numbers of what was asked. */
    private static final class Replies implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<Map<String, Object>>> waiting = new ConcurrentHashMap<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                Map<String, Object> message = JsonText.read(text.toString());
                text.setLength(0);
                if (message.get("id") instanceof Number id) {
                    waiting.get(id.intValue()).complete(message);
                }
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Starts a browser whose profile is in a folder, with more switches. */
    static Chromium start(Path folder, String... switches) {
        try {
            List<String> command = new ArrayList<>(List.of(System.getProperty("membersync.browser", "chromium")));
            command.addAll(QUIET);
            command.add("--user-data-dir=" + folder.resolve("browser"));
            command.addAll(List.of(switches));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                Matcher matcher = LISTENING.matcher(line);
                if (matcher.find()) {
                    drain(said);
                    return new Chromium(process, matcher.group(1));
                }
            }
            throw new IllegalStateException("the browser ended at once: " + command.get(0));
        } catch (IOException e) {
            throw new UncheckedIOException("this profile needs Chromium; name its file with -Dmembersync.browser", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void drain(BufferedReader said) {
        Thread reader = new Thread(() -> said.lines().forEach(line -> {}), "browser-output");
        reader.setDaemon(true);
        reader.start();
    }

    private Map<String, Object> ask(String method, Map<String, Object> parameters) {
        int id = ids.incrementAndGet();
        CompletableFuture<Map<String, Object>> reply = new CompletableFuture<>();
        replies.waiting.put(id, reply);
        page.sendText(JsonText.write(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        return reply.orTimeout(60, TimeUnit.SECONDS).join();
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
        Map<?, ?> result = (Map<?, ?>)
                ask("Runtime.evaluate", Map.of("expression", "String(" + expression + ")", "returnByValue", true))
                        .get("result");
        return String.valueOf(((Map<?, ?>) result.get("result")).get("value"));
    }

    /** Waits until an expression is true; the test's own time limit ends it. */
    void until(String expression) {
        while (!value(expression).equals("true")) {
            if (Thread.interrupted()) {
                throw new IllegalStateException("it did not become true: " + expression);
            }
        }
    }

    /** Types as a hand scanner does: the text, then Enter, into what has the focus. */
    void type(String text) {
        ask("Input.insertText", Map.of("text", text));
        for (String kind : List.of("keyDown", "keyUp")) {
            ask(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type",
                            kind,
                            "key",
                            "Enter",
                            "code",
                            "Enter",
                            "text",
                            kind.equals("keyDown") ? "\r" : "",
                            "windowsVirtualKeyCode",
                            13));
        }
    }

    /** A picture of the window. */
    void picture(Path file) {
        Map<?, ?> result = (Map<?, ?>)
                ask("Page.captureScreenshot", Map.of("format", "png")).get("result");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Base64.getDecoder().decode((String) result.get("data")));
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
