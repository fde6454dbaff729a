package dev.membersync.accelevents.attendee;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The vendor's door for one ticket on a raw socket; its first replies never leave it, though what they tell has happened. */
final class DyingDoor implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger changes = new AtomicInteger();
    private final AtomicBoolean in = new AtomicBoolean();
    private final int deaths;

    DyingDoor(int deaths) throws IOException {
        this.deaths = deaths;
        new Thread(this::serve).start();
    }

    DyingDoor occupied() {
        in.set(true);
        return this;
    }

    int port() {
        return server.getLocalPort();
    }

    int requests() {
        return requests.get();
    }

    int changes() {
        return changes.get();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                var reply = reply(line(socket));
                if (requests.incrementAndGet() > deaths) {
                    socket.getOutputStream().write(reply.getBytes(UTF_8));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static String line(Socket socket) throws IOException {
        var request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new EOFException();
            }
            request.append((char) next);
        }
        return request.substring(0, request.indexOf("\r\n"));
    }

    private String reply(String line) {
        var wanted = line.contains("/checkin/true ");
        if (in.getAndSet(wanted) != wanted) {
            changes.incrementAndGet();
            return http("200 OK", "{\"ticketId\":166,\"responseMessage\":\"ok\"}");
        }
        return http("406 Not Acceptable", "{\"errorCode\":\"" + (wanted ? "4060406" : "4060407") + "\"}");
    }

    private static String http(String status, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
