package dev.membersync.client.webhook;

import dev.membersync.client.http.Headers;
import java.net.InetAddress;
import java.util.Optional;

/**
 * One webhook request as it came over the wire: the body is the raw bytes, before anything parsed or re-encoded them,
 * because those bytes are what the sender signed. Immutable.
 */
public final class Delivery {
    private final Headers headers;
    private final byte[] body;
    private final Optional<String> peer;

    private Delivery(Headers headers, byte[] body, Optional<String> peer) {
        this.headers = headers;
        this.body = body;
        this.peer = peer;
    }

    /** A delivery whose sender's address is not known; the bytes are copied. */
    public static Delivery of(Headers headers, byte[] body) {
        return new Delivery(headers, body.clone(), Optional.empty());
    }

    /** The same with the address of the connection's other end, as a literal IPv4 or IPv6 address. */
    public Delivery from(String address) {
        return new Delivery(headers, body, Optional.of(address));
    }

    /** The same with the address of the connection's other end; the zone of a link-local address is dropped. */
    public Delivery from(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return from(zone < 0 ? text : text.substring(0, zone));
    }

    /** All headers, several values per name. */
    public Headers headers() {
        return headers;
    }

    /** A copy of the raw body. */
    public byte[] body() {
        return body.clone();
    }

    /** The length of the body in bytes. */
    public int size() {
        return body.length;
    }

    /** The address of the connection's other end, a proxy's where there is one; unchecked text. */
    public Optional<String> peer() {
        return peer;
    }

    /** Names and sizes only: header values may be secrets, bodies hold people's data. */
    @Override
    public String toString() {
        return "Delivery[headers=" + headers + ", " + body.length + " bytes]";
    }

    /** The body itself, for verifiers that only read it. */
    byte[] raw() {
        return body;
    }
}
