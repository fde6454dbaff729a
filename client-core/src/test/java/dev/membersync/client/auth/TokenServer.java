package dev.membersync.client.auth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A token endpoint on loopback that rotates refresh tokens: each is good once. Within the grace, whose end a test decides,
 * the same one gets the same pair again; after it, a spent one gets 401.
 */
final class TokenServer implements AutoCloseable {
    final CountDownLatch held = new CountDownLatch(1);
    final CountDownLatch letGo = new CountDownLatch(1);

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, String> spent = new HashMap<>();
    private String valid = "refresh-0";
    private int rotations;
    private int requests;
    private boolean grace = true;
    private boolean holding;

    TokenServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    synchronized int rotations() {
        return rotations;
    }

    synchronized int requests() {
        return requests;
    }

    synchronized void endGrace() {
        grace = false;
    }

    /** The next request rotates, but its answer waits until {@link #letGo}. */
    synchronized void holdNextAnswer() {
        holding = true;
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                threads.execute(() -> answer(socket));
            }
        } catch (IOException e) {
            threads.shutdownNow();
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            String form = form(socket);
            String pair = rotate(form.substring(form.indexOf("refresh_token=") + "refresh_token=".length()));
            if (takeHold()) {
                held.countDown();
                letGo.await();
            }
            String status = pair.startsWith("{\"error") ? "401 Unauthorized" : "200 OK";
            String reply = "HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: " + pair.length()
                    + "\r\n\r\n" + pair;
            socket.getOutputStream().write(reply.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException | InterruptedException e) {
            // The other side was killed, or the test is over.
        }
    }

    private static String form(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        StringBuilder body = new StringBuilder();
        while (body.length() < length) {
            body.append((char) in.read());
        }
        return body.toString();
    }

    private synchronized boolean takeHold() {
        boolean hold = holding;
        holding = false;
        return hold;
    }

    private synchronized String rotate(String refreshToken) {
        requests++;
        if (!refreshToken.equals(valid)) {
            return grace && spent.containsKey(refreshToken) ? spent.get(refreshToken) : "{\"error\":\"invalid_grant\"}";
        }
        rotations++;
        valid = "refresh-" + rotations;
        String pair = "{\"access_token\":\"access-" + rotations + "\",\"refresh_token\":\"" + valid + "\"}";
        spent.put(refreshToken, pair);
        return pair;
    }

    @Override
    public void close() throws IOException {
        letGo.countDown();
        server.close();
        threads.shutdownNow();
    }
}
