package dev.membersync.eventops.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MacTicketTest {
    private final SeedKeys keys = SeedKeys.create();
    private final KeyRing ring =
            KeyRing.empty().with(Example.key(2, keys.add(2, Algorithm.HMAC16, Example.seed(0)), Example.EVENT));
    private final Ticket ticket = TicketIssuer.of(ring, keys, Example.CLOCK).issue(Example.EVENT, Example.body());

    private Reading read(TicketReader reader, String text) {
        return reader.read(text, Example.EVENT, Example.NOW);
    }

    @Test
    void itsTextHas80Characters() {
        assertThat(ticket.text()).hasSize(80);
    }

    @Test
    void aReaderWithTheSecretReadsIt() {
        assertThat(read(TicketReader.of(ring).withSecrets(keys), ticket.text())).isEqualTo(new Reading.Genuine(ticket));
    }

    @Test
    void aReaderWithoutTheSecretDoesNotKnowTheKey() {
        assertThat(Example.refusal(read(TicketReader.of(ring), ticket.text()))).isEqualTo(Refusal.UNKNOWN_KEY);
    }

    @Test
    void aProviderWithoutTheSecretDoesNotKnowTheKey() {
        TicketReader reader = TicketReader.of(ring).withSecrets(SeedKeys.create());
        assertThat(Example.refusal(read(reader, ticket.text()))).isEqualTo(Refusal.UNKNOWN_KEY);
    }

    @Test
    void everyFlipOfItsBytesIsRefused() {
        TicketReader reader = TicketReader.of(ring).withSecrets(keys);
        byte[] bytes = Base32.decode(ticket.text().substring(3)).orElseThrow();
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThat(read(reader, "MT1" + Base32.encode(flipped))).isInstanceOf(Reading.Refused.class);
        }
    }

    @Test
    void anEdwardsSignatureUnderItsKeyIsMalformed() {
        TicketReader reader = TicketReader.of(ring).withSecrets(keys);
        TicketBody body = Example.body().under(ring.active(Example.EVENT));
        assertThat(Example.refusal(read(reader, TicketText.of(body, new byte[64]))))
                .isEqualTo(Refusal.MALFORMED);
    }
}
