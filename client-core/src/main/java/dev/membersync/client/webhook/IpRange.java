package dev.membersync.client.webhook;

import java.util.Optional;

/**
 * One line of an allow list: an address, or a network in CIDR notation.
 *
 * @param network 4 or 16 bytes
 * @param bits    how many leading bits count
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record IpRange(byte[] network, int bits) {
    private static final int MAPPED_PREFIX = 96;

    static IpRange parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        byte[] network = IpAddress.parse(address).orElseThrow(() -> wrong(text));
        int width = network.length * 8;
        if (slash < 0) {
            return new IpRange(network, width);
        }
        // A mapped network is written with the width of IPv6 and held as IPv4.
        int shift = network.length == 4 && address.indexOf(':') >= 0 ? MAPPED_PREFIX : 0;
        int bits = prefix(text.substring(slash + 1)).orElseThrow(() -> wrong(text)) - shift;
        if (bits < 0 || bits > width) {
            throw wrong(text);
        }
        return new IpRange(network, bits);
    }

    boolean holds(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if (((address[i / 8] ^ network[i / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Integer> prefix(String text) {
        return text.matches("0|[1-9][0-9]{0,2}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("\"" + text
                + "\" is neither an IPv4 or IPv6 address nor a network such as 192.0.2.0/24 or 2001:db8::/32");
    }
}
