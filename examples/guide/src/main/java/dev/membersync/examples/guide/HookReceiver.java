package dev.membersync.examples.guide;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.membersync.client.http.Headers;
import dev.membersync.client.webhook.Delivery;
import dev.membersync.sync.intake.HookAnswer;
import dev.membersync.sync.intake.HookHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

// snippet: receiver
/** Takes webhooks with the server of the JDK; the handler does the rest. */
public final class HookReceiver implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    private HookReceiver(HttpServer server) {
        this.server = server;
    }

    /** Listens on this machine; put a proxy with TLS before it. */
    public static HookReceiver start(HookHandler hooks, int port) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        HookReceiver receiver = new HookReceiver(HttpServer.create(address, 0));
        receiver.server.createContext("/hooks", exchange -> answer(hooks, exchange));
        receiver.server.setExecutor(receiver.threads);
        receiver.server.start();
        return receiver;
    }

    private static void answer(HookHandler hooks, HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(HookHandler.LARGEST_BODY + 1);
            Delivery delivery = Delivery.of(Headers.of(exchange.getRequestHeaders()), body)
                    .from(exchange.getRemoteAddress().getAddress())
                    .at(exchange.getRequestURI().toString());
            HookAnswer answer = hooks.handle(exchange.getRequestMethod(), delivery);
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(answer.status(), -1);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
// end
