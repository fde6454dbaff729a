package dev.membersync.client.webhook;

import java.util.List;
import java.util.Optional;

/**
 * The addresses that deliveries may come from. Texts are parsed exactly and never looked up in the DNS. Immutable.
 *
 * <p>An IPv4-mapped IPv6 address is the IPv4 address in it, on both sides: {@code 0.0.0.0/0} holds it and {@code ::/0} does
 * not. Bits of a network beyond its prefix are ignored.
 */
public final class IpAllowList {
    private static final String FORWARDED = "X-Forwarded-For";

    private final List<IpRange> allowed;
    private final List<IpRange> proxies;

    private IpAllowList(List<IpRange> allowed, List<IpRange> proxies) {
        this.allowed = allowed;
        this.proxies = proxies;
    }

    /**
     * A list of addresses and of networks in CIDR notation, without a proxy before us; an empty list allows nobody.
     *
     * @throws IllegalArgumentException naming the first line that is neither
     */
    public static IpAllowList of(List<String> ranges) {
        return new IpAllowList(parsed(ranges), List.of());
    }

    /**
     * The same list behind proxies: only when the connection comes from one of these does {@code X-Forwarded-For} count,
     * read from its right end, and the first address there that is no such proxy is the sender's. What stands further
     * left anybody can write.
     *
     * @throws IllegalArgumentException naming the first line that is neither address nor network
     */
    public IpAllowList behind(List<String> trustedProxies) {
        return new IpAllowList(allowed, parsed(trustedProxies));
    }

    /** Whether the delivery comes from here; one without an address, or with an unreadable one on the way, does not. */
    public boolean allows(Delivery delivery) {
        return sender(delivery).filter(address -> in(allowed, address)).isPresent();
    }

    private Optional<byte[]> sender(Delivery delivery) {
        Optional<byte[]> address = delivery.peer().flatMap(IpAddress::parse);
        List<String> headers = delivery.headers().all(FORWARDED);
        String[] hops =
                headers.isEmpty() ? new String[0] : String.join(",", headers).split(",", -1);
        for (int i = hops.length - 1; i >= 0 && address.isPresent() && in(proxies, address.get()); i--) {
            address = IpAddress.parse(hops[i].strip());
        }
        return address;
    }

    private static boolean in(List<IpRange> ranges, byte[] address) {
        return ranges.stream().anyMatch(range -> range.holds(address));
    }

    private static List<IpRange> parsed(List<String> ranges) {
        return ranges.stream().map(IpRange::parse).toList();
    }
}
