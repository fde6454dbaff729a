package dev.membersync.examples.syncapp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.membersync.client.http.Headers;
import dev.membersync.client.webhook.Delivery;
import dev.membersync.examples.syncapp.internal.JsonText;
import dev.membersync.sync.config.LiveConfig;
import dev.membersync.sync.intake.HookAnswer;
import dev.membersync.sync.intake.HookHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Listens for hooks; {@code /health}, {@code /metrics} and {@code /resume} answer this machine only. */
final class HookServer implements AutoCloseable {
    private static final int THREADS = 8;
    /** Not a name that somebody else can let lead here, for a page of his to read what this machine's own pages show. */
    private static final Pattern NOBODYS_NAME = Pattern.compile("(?i)(localhost|[0-9.]+|\\[[0-9a-f:.]+])(:\\d+)?");
    /** Workflow and number, with a blank between. */
    static final String RESUME = "X-Membersync-Resume";

    private static final String NO_PAUSE = "there is no such pause: POST with the header " + RESUME
            + ": WORKFLOW NUMBER, where NUMBER is pausedAt of that workflow at /health\n";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, HookServer::daemon);
    private final HookHandler hooks;
    private final Supplier<Page> pages;
    private final BiPredicate<String, Long> resume;

    /**
     * What the machine's own pages show.
     *
     * @param well whether nothing is halted
     * @param status how things stand
     * @param metrics the same as figures, in the text form of OpenMetrics
     */
    record Page(boolean well, Map<String, Object> status, String metrics) {}

    private HookServer(HttpServer server, HookHandler hooks, Supplier<Page> pages, BiPredicate<String, Long> resume) {
        this.resume = resume;
        this.server = server;
        this.hooks = hooks;
        this.pages = pages;
    }

    static HookServer start(
            LiveConfig config, HookHandler hooks, Supplier<Page> pages, BiPredicate<String, Long> resume) {
        try {
            HookServer receiver = new HookServer(Listener.open(config.host(), config.port()), hooks, pages, resume);
            receiver.server.createContext("/", receiver::receive);
            receiver.server.setExecutor(receiver.threads);
            receiver.server.start();
            return receiver;
        } catch (IOException e) {
            throw AppException.usage("live.host " + config.host() + ", live.port " + config.port()
                    + ": cannot listen there; is another program using the port?");
        }
    }

    String url() {
        InetSocketAddress address = server.getAddress();
        return "http://" + address.getHostString() + ":" + address.getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/health") || path.equals("/metrics") || path.equals("/resume")) {
                own(exchange, path);
                return;
            }
            byte[] body;
            try (InputStream in = exchange.getRequestBody()) {
                body = in.readNBytes(HookHandler.LARGEST_BODY + 1);
            }
            Delivery delivery = Delivery.of(Headers.of(exchange.getRequestHeaders()), body)
                    .from(exchange.getRemoteAddress().getAddress())
                    .at(exchange.getRequestURI().toString());
            HookAnswer answer = hooks.handle(exchange.getRequestMethod(), delivery);
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(answer.status(), -1);
        }
    }

    private void own(HttpExchange exchange, String path) throws IOException {
        String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
        if (!exchange.getRemoteAddress().getAddress().isLoopbackAddress()
                || !NOBODYS_NAME.matcher(host).matches()) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        if (path.equals("/resume")) {
            // A page of another site can send no such header.
            resume(exchange);
            return;
        }
        Page page = pages.get();
        boolean metrics = path.equals("/metrics");
        byte[] text = (metrics ? page.metrics() : JsonText.write(page.status())).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set(
                        "Content-Type",
                        metrics ? "application/openmetrics-text; version=1.0.0; charset=utf-8" : "application/json");
        exchange.sendResponseHeaders(metrics || page.well() ? 200 : 503, text.length);
        exchange.getResponseBody().write(text);
    }

    private void resume(HttpExchange exchange) throws IOException {
        String[] asked =
                String.valueOf(exchange.getRequestHeaders().getFirst(RESUME)).split(" ", 2);
        boolean resumed = exchange.getRequestMethod().equals("POST")
                && asked.length == 2
                && asked[1].matches("\\d{1,18}")
                && resume.test(asked[0], Long.parseLong(asked[1]));
        byte[] text = (resumed ? "it goes on\n" : NO_PAUSE).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(resumed ? 200 : 409, text.length);
        exchange.getResponseBody().write(text);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "hooks");
        thread.setDaemon(true);
        return thread;
    }
}
