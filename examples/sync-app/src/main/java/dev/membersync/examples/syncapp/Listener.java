package dev.membersync.examples.syncapp;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Opens the servers of this application. */
final class Listener {
    static {
        // Without it every kept-alive reply of the JDK's server takes 44 ms; read once, when the server class loads.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // A sender that never ends its request must not keep a thread for ever. Seconds.
        System.setProperty("sun.net.httpserver.maxReqTime", "20");
    }

    private Listener() {}

    /** A server at this address, not started yet. */
    static HttpServer open(String host, int port) throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 0);
    }
}
