package dev.membersync.examples.syncapp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.membersync.eventops.checkin.Direction;
import dev.membersync.eventops.checkin.FactId;
import dev.membersync.eventops.checkin.ScanRequest;
import dev.membersync.eventops.checkin.ScanResult;
import dev.membersync.eventops.image.FrameReader;
import dev.membersync.eventops.image.FrameReading;
import dev.membersync.examples.syncapp.internal.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * The page of the doors and what it asks: {@code about}, {@code scan} with a text, {@code frame} with a picture. All but the
 * page want the key, in a header that no page of another site can send.
 */
final class DoorServer implements AutoCloseable {
    private static final int THREADS = 8;
    /** A picture takes some 64 MiB of heap for a moment. */
    private static final int PICTURES_AT_ONCE = 2;

    private static final int LARGEST_TEXT = 16 << 10;
    private static final int KEY_BYTES = 12;
    private static final String KEY = "X-Membersync-Door";
    private static final String JSON = "application/json; charset=utf-8";
    private static final String POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline';"
            + " connect-src 'self'; media-src blob: mediastream:; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, DoorServer::daemon);
    private final Semaphore pictures = new Semaphore(PICTURES_AT_ONCE);
    private final byte[] page = page();
    private final String key;
    private final String event;
    private final Doors doors;
    private final DoorFigures figures;

    private DoorServer(HttpServer server, String key, String event, Doors doors, DoorFigures figures) {
        this.server = server;
        this.key = key;
        this.event = event;
        this.doors = doors;
        this.figures = figures;
    }

    /** Serves with a key of its own. */
    static DoorServer start(String host, int port, String event, Doors doors, DoorFigures figures) {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        String key = HexFormat.of().formatHex(bytes);
        try {
            DoorServer receiver = new DoorServer(Listener.open(host, port), key, event, doors, figures);
            receiver.server.createContext("/", receiver::receive);
            receiver.server.setExecutor(receiver.threads);
            receiver.server.start();
            return receiver;
        } catch (IOException e) {
            throw AppException.usage(
                    "cannot listen at " + host + ", port " + port + "; is another program using the port?");
        }
    }

    /** Says where the page is, and that it is there. */
    void tell(Console console) {
        InetSocketAddress address = server.getAddress();
        console.line("check-in at http://" + address.getHostString() + ":" + address.getPort() + "/#key=" + key);
        console.line("the address is for the doors alone: who has it can check tickets in");
        console.line("ready");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/") && exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
                answer(exchange, 200, "text/html; charset=utf-8", page);
            } else if (!isAllowed(exchange)) {
                answer(exchange, 403, JSON, new byte[0]);
            } else if (path.equals("/about")) {
                answer(exchange, JsonText.write(Facts.map("event", event)));
            } else if (exchange.getRequestMethod().equals("POST") && path.equals("/scan")) {
                scan(exchange);
            } else if (exchange.getRequestMethod().equals("POST") && path.equals("/frame")) {
                frame(exchange);
            } else {
                answer(exchange, 404, JSON, new byte[0]);
            }
        } catch (IllegalArgumentException e) {
            // A gate that the event does not have, a device that lost its count: the page cannot mend it.
            answer(
                    exchange,
                    JsonText.write(Facts.map(
                            "kind",
                            "ask",
                            "title",
                            "This device",
                            "hint",
                            String.valueOf(e.getMessage()),
                            "flags",
                            List.of())));
        }
    }

    private boolean isAllowed(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst(KEY);
        return given != null
                && MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private void scan(HttpExchange exchange) throws IOException {
        byte[] body = body(exchange, LARGEST_TEXT);
        answer(exchange, JsonText.write(looked(exchange, new String(body, StandardCharsets.UTF_8))));
    }

    private void frame(HttpExchange exchange) throws IOException {
        byte[] body = body(exchange, FrameReader.MAX_BYTES + 1);
        if (!pictures.tryAcquire()) {
            answer(exchange, 204, JSON, new byte[0]); // the camera sends another one soon
            return;
        }
        FrameReading reading;
        try {
            reading = FrameReader.read(body);
        } finally {
            pictures.release();
        }
        Optional<Map<String, Object>> shown = shown(exchange, reading);
        if (shown.isPresent()) {
            answer(exchange, JsonText.write(shown.get()));
        } else {
            answer(exchange, 204, JSON, new byte[0]);
        }
    }

    private Optional<Map<String, Object>> shown(HttpExchange exchange, FrameReading reading) {
        if (!(reading instanceof FrameReading.Texts texts) || texts.texts().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                texts.texts().size() == 1
                        ? looked(exchange, texts.texts().get(0))
                        : Facts.map(
                                "kind", "ask",
                                "title", "Several codes",
                                "hint", "Hold one ticket in front of the camera.",
                                "flags", List.of()));
    }

    private Map<String, Object> looked(HttpExchange exchange, String text) {
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        ScanResult result = doors.scan(new ScanRequest(
                new FactId(query.getOrDefault("device", ""), number(query, "sequence")),
                text,
                query.getOrDefault("direction", "").equals("EXIT") ? Direction.EXIT : Direction.ENTRY,
                query.getOrDefault("gate", "main"),
                Instant.ofEpochMilli(number(query, "at")),
                number(query, "ticks"),
                Optional.empty()));
        figures.count(result);
        return DoorText.facts(result);
    }

    private static long number(Map<String, String> query, String name) {
        String text = query.getOrDefault(name, "");
        if (!text.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("the page sent no " + name + "; load it again");
        }
        return Long.parseLong(text);
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : String.valueOf(raw).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private static byte[] body(HttpExchange exchange, int most) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            return in.readNBytes(most);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        answer(exchange, 200, JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] page() {
        try (InputStream in = DoorServer.class.getResourceAsStream("check-in.html")) {
            if (in == null) {
                throw new IllegalStateException("check-in.html is not in the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("check-in.html cannot be read", e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "doors-http");
        thread.setDaemon(true);
        return thread;
    }
}
