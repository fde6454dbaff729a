package dev.membersync.examples.benchmarks.loopback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.membersync.examples.benchmarks.micro.RawUsers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** Answers every request with the same user, as fast as the JDK's server can. */
public final class UserServer {
    private UserServer() {}

    /** Serves until the process is ended; says where. */
    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", UserServer::answer);
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.start();
        System.out.println("url=http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, RawUsers.REPLY.length);
            exchange.getResponseBody().write(RawUsers.REPLY);
        }
    }
}
