package dev.membersync.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/**
 * A real browser without a window, asked one thing after the other by its own protocol (Chrome DevTools Protocol). The
 * system property {@code membersync.browser} names its file; {@code chromium} on the path by default.
 */
public final class Chromium implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LISTENING = "DevTools listening on ws://";
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
    private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
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
                .buildAsync(URI.create(target.path("webSocketDebuggerUrl").asText()), new Listener())
                .join();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                told.add(text.toString());
                text.setLength(0);
            }
            return WebSocket.Listener.super.onText(socket, data, last);
        }
    }

    /**
     * Starts a browser.
     *
     * @param folder where its profile is put
     * @param switches more switches of its command line
     */
    public static Chromium start(Path folder, String... switches) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("membersync.browser", "chromium")));
        command.addAll(QUIET);
        command.add("--user-data-dir=" + folder.resolve("browser"));
        command.addAll(List.of(switches));
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
        try {
            page.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                    .join();
            while (true) {
                String message = told.poll(60, TimeUnit.SECONDS);
                if (message == null) {
                    throw new IllegalStateException("the browser does not answer " + method);
                }
                JsonNode reply = JSON.readTree(message);
                if (reply.path("id").asInt() == id) {
                    return reply.path("result");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Opens an address in a window of this size. */
    public void open(String address, int width, int height) {
        resize(width, height);
        leave(() -> ask("Page.navigate", Map.of("url", address)));
    }

    /** Gives the window another size. */
    public void resize(int width, int height) {
        ask(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    /** Loads the page anew. */
    public void reload() {
        leave(() -> ask("Page.reload", Map.of()));
    }

    /** Does what loads another page. The page that is left must not be taken for it: it carries a mark. */
    private void leave(Runnable action) {
        value("window.isLeft = true");
        action.run();
        until("!window.isLeft && document.readyState === 'complete'");
    }

    /** The value of an expression as text; empty while there is no page. */
    public String value(String expression) {
        return ask("Runtime.evaluate", Map.of("expression", "String(" + expression + ")", "returnByValue", true))
                .path("result")
                .path("value")
                .asText();
    }

    /** Evaluates an expression that loads another page, and waits until something is true there. */
    public void go(String action, String there) {
        leave(() -> value(action));
        until(there);
    }

    /** Waits until an expression is true; the test's own time limit ends it. */
    public void until(String expression) {
        while (!value(expression).equals("true")) {
            if (Thread.interrupted()) {
                throw new IllegalStateException("it did not become true: " + expression);
            }
        }
    }

    /** Types as a hand scanner does: the text, then Enter, into what has the focus. */
    public void type(String text) {
        ask("Input.insertText", Map.of("text", text));
        press("keyDown", "\r");
        press("keyUp", "");
    }

    private void press(String kind, String text) {
        ask(
                "Input.dispatchKeyEvent",
                Map.of("type", kind, "key", "Enter", "code", "Enter", "text", text, "windowsVirtualKeyCode", 13));
    }

    /** A picture of the window. */
    public void picture(Path file) {
        byte[] png = Base64.getDecoder()
                .decode(ask("Page.captureScreenshot", Map.of("format", "png"))
                        .path("data")
                        .asText());
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
