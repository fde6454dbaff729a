package dev.membersync.client.http;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Where requests with credentials may go. */
final class Origins {
    private final Set<String> insecure = new TreeSet<>();

    Origins(Collection<URI> insecure) {
        insecure.forEach(uri -> this.insecure.add(origin(uri)));
    }

    void check(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new IllegalArgumentException("an address must be absolute and begin with https://");
        }
        if (scheme.equals("http") && !loopback(uri.getHost()) && !insecure.contains(origin(uri))) {
            throw new IllegalArgumentException(origin(uri) + " is not encrypted, so the key would travel in the clear:"
                    + " use https://, or allow this origin with JdkTransport.builder().allowInsecure(...)");
        }
    }

    /** Literal names only: a look-up could be answered by anybody. */
    private static boolean loopback(String host) {
        return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    private static String origin(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + host + ":" + port;
    }
}
