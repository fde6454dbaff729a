package dev.membersync.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A thin HTTP/1.1 shell around a fake, on the loopback interface only. A delayed reply waits on a timer and holds no thread, so that it delays nobody else. Request bodies
 * above 8 MiB answer 413. Mind that the JDK's HTTP client sends a GET again by itself when its connection dies: one dropped GET is then two requests here. Thread-safe.
 */
public final class FakeServer implements AutoCloseable {
    private static final int BODY_MAX = 8 * 1024 * 1024;
    private static final int THREADS = 16;

    static {
        // Without it every kept-alive reply of the JDK's server takes 44 ms; the server class reads it once, when it
        // loads.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final FakeService service;
    private final HttpServer server;
    private final ExecutorService workers;
    private final Set<HttpExchange> stalled = ConcurrentHashMap.newKeySet();

    private FakeServer(FakeService service, HttpServer server) {
        this.service = service;
        this.server = server;
        AtomicLong numbers = new AtomicLong();
        this.workers =
                Executors.newFixedThreadPool(THREADS, work -> daemon(work, "fake-server-" + numbers.incrementAndGet()));
    }

    /** Starts a server. Port 0 takes a free one. Throws {@link UncheckedIOException} when the port is taken. */
    public static FakeServer start(FakeService service, int port) {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            FakeServer shell = new FakeServer(service, HttpServer.create(address, 0));
            shell.server.createContext("/", shell::receive);
            shell.server.setExecutor(shell.workers);
            shell.server.start();
            return shell;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on loopback port " + port, e);
        }
    }

    /** The origin, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** The port that was bound. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Stops at once; open connections die. */
    @Override
    public void close() {
        stalled.forEach(HttpExchange::close);
        server.stop(0);
        workers.shutdownNow();
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] body;
        try (InputStream in = exchange.getRequestBody()) {
            body = in.readNBytes(BODY_MAX + 1);
        }
        FakeReply reply = body.length > BODY_MAX
                ? FakeReply.html(413, "Payload Too Large")
                : service.handle(FakeRequest.of(
                        exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers(exchange), body));
        if (reply.delay().isZero()) {
            send(exchange, reply);
        } else {
            CompletableFuture.delayedExecutor(reply.delay().toNanos(), TimeUnit.NANOSECONDS, workers)
                    .execute(() -> send(exchange, reply));
        }
    }

    private void send(HttpExchange exchange, FakeReply reply) {
        if (reply.ending() == Ending.DROPPED) {
            exchange.close();
            return;
        }
        try {
            reply.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            boolean whole = reply.ending() == Ending.COMPLETE;
            long announced = reply.body().length + (whole ? 0L : Math.max(1, reply.body().length));
            exchange.sendResponseHeaders(reply.status(), announced == 0 ? -1 : announced);
            if (reply.body().length > 0) {
                exchange.getResponseBody().write(reply.body());
                exchange.getResponseBody().flush();
            }
            if (reply.ending() == Ending.STALLED) {
                stalled.add(exchange);
            } else {
                exchange.close();
            }
        } catch (IOException clientIsGone) {
            exchange.close();
        }
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(values.size() - 1)));
        return headers;
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
