package dev.membersync.client.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.http.Headers;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAllowListTest {
    private static final IpAllowList BEHIND =
            IpAllowList.of(List.of("192.0.2.0/24", "10.0.0.9")).behind(List.of("10.0.0.0/8", "fd00::/8"));

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24,       192.0.2.255,             true",
        "192.0.2.0/24,       192.0.3.0,               false",
        "192.0.2.77/24,      192.0.2.1,               true",
        "192.0.2.128/25,     192.0.2.127,             false",
        "192.0.2.1,          192.0.2.1,               true",
        "192.0.2.1/32,       192.0.2.1,               true",
        "192.0.2.1/32,       192.0.2.0,               false",
        "0.0.0.0/0,          203.0.113.9,             true",
        "0.0.0.0/0,          2001:db8::1,             false",
        "0.0.0.0/0,          ::ffff:203.0.113.9,      true",
        "::/0,               2001:db8::1,             true",
        "::/0,               203.0.113.9,             false",
        "192.0.2.0/24,       ::ffff:192.0.2.9,        true",
        "192.0.2.0/24,       ::FFFF:c000:209,         true",
        "192.0.2.0/24,       0:0:0:0:0:ffff:c000:209, true",
        "192.0.2.0/24,       ::192.0.2.9,             false",
        "::ffff:192.0.2.0/120, 192.0.2.9,             true",
        "::ffff:192.0.2.0/120, 192.0.3.9,             false",
        "2001:db8::/32,      2001:DB8:ffff::1,        true",
        "2001:db8::/32,      2001:db9::1,             false",
        "2001:db8::/33,      2001:db8:8000::1,        false",
        "2001:db8::1/128,    2001:0db8:0:0:0:0:0:1,   true",
        "2001:db8::1,        2001:db8::2,             false",
        "64:ff9b::/96,       64:ff9b::192.0.2.1,      true",
        "::1,                ::1,                     true"
    })
    void rangesHoldWhatTheyShould(String range, String address, boolean allowed) {
        assertThat(IpAllowList.of(List.of(range)).allows(from(address))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost",
                "example.com",
                "192.0.2",
                "192.0.2.1.1",
                "192.0.2.256",
                "192.0.2.01",
                "0x7f.0.0.1",
                "3221225985",
                "192.0.2.-1",
                "192.0.2.1/33",
                "192.0.2.1/-1",
                "192.0.2.1/",
                "192.0.2.1/24/1",
                "192.0.2.1/08",
                "192.0.2.1 ",
                "192.0.2.1:80",
                "[::1]",
                "::1%eth0",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                ":::",
                "12345::",
                "g::",
                "::1/129",
                "::ffff:192.0.2.0/95",
                "1:2:3:4:5:6:7:8::",
                "1.2.3.4::",
                "::1.2.3.4:5",
                ":1",
                "1:",
                "::192.0.2.256",
                "\u0661.1.1.1",
                "2001:db8::/abc"
            })
    void whatIsNoRangeIsRefused(String text) {
        assertThatThrownBy(() -> IpAllowList.of(List.of(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "localhost", "192.0.2.1:80", "192.0.2", "::ffff:", "192.0.2.1, 192.0.2.1"})
    void aSenderThatCannotBeReadIsRefused(String peer) {
        assertThat(IpAllowList.of(List.of("0.0.0.0/0", "::/0")).allows(from(peer)))
                .isFalse();
    }

    @Test
    void aSenderThatIsNotKnownIsRefused() {
        assertThat(IpAllowList.of(List.of("0.0.0.0/0")).allows(Delivery.of(Headers.none(), new byte[0])))
                .isFalse();
    }

    @Test
    void anEmptyListAllowsNobody() {
        assertThat(IpAllowList.of(List.of()).allows(from("127.0.0.1"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.1 | 192.0.2.7                          | true",
                "10.0.0.1 | 203.0.113.1, 192.0.2.7             | true",
                "10.0.0.1 | 192.0.2.7, 203.0.113.1             | false",
                "10.0.0.1 | 192.0.2.7, 10.0.0.2, fd00::1       | true",
                "10.0.0.1 | 192.0.2.7, 203.0.113.1, 10.0.0.2   | false",
                "10.0.0.1 | 192.0.2.7, unknown                 | false",
                "10.0.0.1 | unknown, 192.0.2.7                 | true",
                "10.0.0.1 | 192.0.2.7,                         | false",
                "10.0.0.1 | ,                                  | false",
                "10.0.0.1 | ::ffff:192.0.2.7                   | true",
                "::ffff:10.0.0.1 | 192.0.2.7                   | true",
                "10.0.0.1 | 10.0.0.9                           | true",
                "10.0.0.1 | 10.0.0.8                           | false",
                "203.0.113.1 | 192.0.2.7                       | false",
                "192.0.2.7 | 203.0.113.1                       | true"
            })
    void onlyATrustedProxySpeaksForOthers(String peer, String forwarded, boolean allowed) {
        Delivery delivery = Delivery.of(Headers.of("x-forwarded-for", forwarded), new byte[0])
                .from(peer);
        assertThat(BEHIND.allows(delivery)).isEqualTo(allowed);
    }

    @Test
    void severalForwardedHeadersAreOneList() {
        Delivery delivery = Delivery.of(
                        Headers.of("X-Forwarded-For", "192.0.2.7", "X-Forwarded-For", "203.0.113.1"), new byte[0])
                .from("10.0.0.1");
        assertThat(BEHIND.allows(delivery)).isFalse();
    }

    @Test
    void withoutConfigurationNobodyIsAProxy() {
        Delivery delivery = Delivery.of(Headers.of("X-Forwarded-For", "192.0.2.7"), new byte[0])
                .from("10.0.0.1");
        assertThat(IpAllowList.of(List.of("192.0.2.0/24")).allows(delivery)).isFalse();
    }

    @Test
    void anAddressOfTheConnectionLosesItsZone() throws UnknownHostException {
        InetAddress local = java.net.Inet6Address.getByAddress(
                "here", new byte[] {(byte) 0xfe, (byte) 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 1);
        Delivery delivery = Delivery.of(Headers.none(), new byte[0]).from(local);
        assertThat(IpAllowList.of(List.of("fe80::/10")).allows(delivery)).isTrue();
    }

    private static Delivery from(String peer) {
        return Delivery.of(Headers.none(), new byte[0]).from(peer);
    }
}
