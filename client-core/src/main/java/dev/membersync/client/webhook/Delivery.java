package dev.membersync.client.webhook;

import dev.membersync.client.http.Headers;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One webhook request as it came over the wire: the body is the raw bytes, before anything parsed or re-encoded them,
 * because those bytes are what the sender signed. Immutable.
 */
public final class Delivery {
    private final Headers headers;
    private final byte[] body;
    private final Optional<String> peer;
    private final Optional<String> target;

    private Delivery(Headers headers, byte[] body, Optional<String> peer, Optional<String> target) {
        this.headers = headers;
        this.body = body;
        this.peer = peer;
        this.target = target;
    }

    /** A delivery whose sender's address and whose request target are not known; the bytes are copied. */
    public static Delivery of(Headers headers, byte[] body) {
        return new Delivery(headers, body.clone(), Optional.empty(), Optional.empty());
    }

    /** The same with the address of the connection's other end, as a literal IPv4 or IPv6 address. */
    public Delivery from(String address) {
        return new Delivery(headers, body, Optional.of(address), target);
    }

    /** The same with the target of the request as it came, nothing decoded: {@code /hooks/accelevents?key=abc}. */
    public Delivery at(String target) {
        return new Delivery(headers, body, peer, Optional.of(target));
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

    /** Path and query of the request as they came; secrets may stand in them. */
    public Optional<String> target() {
        return target;
    }

    /** The SHA-256 of the raw body, as 64 hexadecimal digits in lower case. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Names and sizes only: the target and header values may be secrets, bodies hold people's data. */
    @Override
    public String toString() {
        return "Delivery[headers=" + headers + ", " + body.length + " bytes]";
    }

    /** The body itself, for verifiers that only read it. */
    byte[] raw() {
        return body;
    }
}
