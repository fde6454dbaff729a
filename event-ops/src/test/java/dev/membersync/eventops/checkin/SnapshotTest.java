package dev.membersync.eventops.checkin;

import static dev.membersync.eventops.checkin.Fest.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.eventops.ticket.Ticket;
import dev.membersync.sync.payment.Money;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a lost device tells, and what it does not. */
final class SnapshotTest {
    private final Fest fest = Fest.create();
    private final Holding due =
            new Holding(0, false, Holding.PaymentStanding.DUE, Optional.of(Money.ofMinor(1250, "EUR")), true);

    @Test
    void theCodeOfATicketOpensItsRecord() {
        Ticket ticket = fest.ticket(body -> body, good -> due);
        Snapshot snapshot = Snapshot.read(fest.snapshot(NOON).bytes());
        assertThat(snapshot.books(ticket.body(), ticket.text())).isEqualTo(new DoorView.Books.Known(due));
        assertThat(snapshot.asOf()).isEqualTo(NOON);
        assertThat(snapshot.expires()).isEqualTo(Fest.END.plus(Duration.ofHours(24)));
        assertThat(snapshot.event()).isEqualTo(Fest.EVENT);
    }

    @Test
    void theSerialAloneOpensNothing() {
        Ticket ticket = fest.ticket();
        Ticket other = fest.ticket();
        Snapshot snapshot = fest.snapshot(NOON);
        assertThat(snapshot.books(ticket.body(), other.text())).isInstanceOf(DoorView.Books.OtherCode.class);
        assertThat(snapshot.books(ticket.body(), "")).isInstanceOf(DoorView.Books.OtherCode.class);
    }

    @Test
    void aTicketThatIsNotInItIsUnseen() {
        Snapshot snapshot = fest.snapshot(NOON);
        Ticket later = fest.ticket();
        assertThat(snapshot.books(later.body(), later.text())).isInstanceOf(DoorView.Books.Unseen.class);
    }

    @Test
    void itsBytesHoldNeitherSerialsNorCodes() {
        Ticket ticket = fest.ticket();
        String bytes = HexFormat.of().formatHex(fest.snapshot(NOON).bytes());
        assertThat(bytes)
                .doesNotContain(ticket.body().serial().hex())
                .doesNotContain(HexFormat.of().formatHex(ticket.text().getBytes(StandardCharsets.US_ASCII)));
        assertThat(fest.snapshot(NOON).toString()).doesNotContain(bytes.substring(40, 104));
    }

    @Test
    void damagedBytesAreRefused() {
        fest.ticket();
        byte[] bytes = fest.snapshot(NOON).bytes();
        byte[] damaged = bytes.clone();
        damaged[damaged.length / 2] ^= 1;
        for (byte[] bad : new byte[][] {damaged, Arrays.copyOf(bytes, bytes.length - 1), {}, new byte[200]}) {
            assertThatThrownBy(() -> Snapshot.read(bad)).hasMessageContaining("fetch it again");
        }
    }

    /** RFC 5869, appendix A.1. */
    @Test
    void keysAreDerivedAsTheStandardSays() {
        byte[] secret = new byte[22];
        Arrays.fill(secret, (byte) 0x0b);
        String info = new String(HexFormat.of().parseHex("f0f1f2f3f4f5f6f7f8f9"), StandardCharsets.ISO_8859_1);
        byte[] derived = Hkdf.derive(
                secret,
                HexFormat.of().parseHex("000102030405060708090a0b0c"),
                info.getBytes(StandardCharsets.ISO_8859_1),
                42);
        assertThat(HexFormat.of().formatHex(derived))
                .isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    }
}
