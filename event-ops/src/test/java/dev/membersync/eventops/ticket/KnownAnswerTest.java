package dev.membersync.eventops.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The published example, byte for byte. */
class KnownAnswerTest {
    private final HexFormat hex = HexFormat.of();

    @Test
    void theSeedGivesThePublicKey() {
        assertThat(SeedKeys.create().add(1, Algorithm.ED25519, Example.seed(0))).isEqualTo(Example.PUBLIC_KEY);
    }

    @Test
    void theBodyHasItsBytes() {
        assertThat(hex.formatHex(Example.ticket().body().bytes())).isEqualTo(Example.BODY);
    }

    @Test
    void theSignatureHasItsBytes() {
        KeyRecord key = Example.ring().active(Example.EVENT);
        byte[] message = TicketIssuer.message(key, Example.ticket().body());
        assertThat(hex.formatHex(Example.keys().sign(key, message))).isEqualTo(Example.SIGNATURE);
    }

    @Test
    void theTicketHasItsText() {
        assertThat(Example.ticket().text()).isEqualTo(Example.TEXT);
    }

    @Test
    void theTextIsReadAsTheTicket() {
        assertThat(Example.read(Example.TEXT)).isEqualTo(new Reading.Genuine(Example.ticket()));
    }

    @Test
    void theMacOfTheSameMessageHasItsBytes() {
        SeedKeys keys = SeedKeys.create();
        KeyRecord key = Example.key(1, keys.add(1, Algorithm.HMAC16, Example.seed(0)), Example.EVENT);
        byte[] message = TicketIssuer.message(key, Example.ticket().body());
        assertThat(hex.formatHex(keys.sign(key, message))).isEqualTo(Example.MAC);
    }
}
