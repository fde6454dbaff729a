package dev.membersync.client.webhook;

import java.util.Arrays;
import java.util.Optional;

/**
 * Reads a literal address into 4 or 16 bytes. The JDK's own reader asks the DNS for what it cannot parse and takes
 * octal and shortened forms; here an IPv4 address has four decimal numbers without leading zeros, an IPv6 one follows
 * RFC 4291 without zone, and an IPv4-mapped one is the IPv4 address in it.
 */
final class IpAddress {
    private static final int GROUPS = 8;
    private static final int LONGEST = 45;

    private IpAddress() {}

    static Optional<byte[]> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return text.indexOf(':') < 0 ? v4(text) : v6(text).map(IpAddress::unmapped);
    }

    private static Optional<byte[]> v4(String text) {
        String[] parts = text.split("\\.", -1);
        byte[] bytes = new byte[4];
        if (parts.length != bytes.length) {
            return Optional.empty();
        }
        for (int i = 0; i < bytes.length; i++) {
            if (!parts[i].matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(parts[i]) > 255) {
                return Optional.empty();
            }
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return Optional.of(bytes);
    }

    private static Optional<byte[]> v6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text).filter(bytes -> bytes.length == 2 * GROUPS);
        }
        Optional<byte[]> head = gap == 0 ? Optional.of(new byte[0]) : groups(text.substring(0, gap));
        String rest = text.substring(gap + 2);
        Optional<byte[]> tail = rest.isEmpty() ? Optional.of(new byte[0]) : groups(rest);
        // "::" stands for one group at least; an IPv4 tail is allowed at the end only.
        if (head.isEmpty()
                || tail.isEmpty()
                || head.get().length + tail.get().length > 2 * (GROUPS - 1)
                || text.substring(0, gap).indexOf('.') >= 0) {
            return Optional.empty();
        }
        byte[] whole = Arrays.copyOf(head.get(), 2 * GROUPS);
        System.arraycopy(tail.get(), 0, whole, whole.length - tail.get().length, tail.get().length);
        return Optional.of(whole);
    }

    /** Groups between single colons, the last of which may be an IPv4 address. */
    private static Optional<byte[]> groups(String text) {
        String[] parts = text.split(":", -1);
        byte[] bytes = new byte[2 * parts.length + 2];
        int size = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            Optional<byte[]> part = last && parts[i].indexOf('.') >= 0 ? v4(parts[i]) : group(parts[i]);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            System.arraycopy(part.get(), 0, bytes, size, part.get().length);
            size += part.get().length;
        }
        return Optional.of(Arrays.copyOf(bytes, size));
    }

    private static Optional<byte[]> group(String text) {
        if (!text.matches("[0-9A-Fa-f]{1,4}")) {
            return Optional.empty();
        }
        int value = Integer.parseInt(text, 16);
        return Optional.of(new byte[] {(byte) (value >> 8), (byte) value});
    }

    private static byte[] unmapped(byte[] address) {
        for (int i = 0; i < 12; i++) {
            if (address[i] != (i < 10 ? 0 : (byte) 0xff)) {
                return address;
            }
        }
        return Arrays.copyOfRange(address, 12, 16);
    }
}
