package dev.membersync.eventops.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class TicketIssuerTest {
    private final TicketIssuer issuer = Example.issuer();

    @Test
    void aMaskOfNothingIsRefused() {
        TicketBody body = TicketBody.of(Example.body().serial(), 7, 0);
        assertThatThrownBy(() -> issuer.issue(Example.EVENT, body)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aGenerationThatCouldNotBeRevokedIsRefused() {
        TicketBody body = Example.body().withGeneration(0xffff);
        assertThatThrownBy(() -> issuer.issue(Example.EVENT, body)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEventWithoutAKeyIsRefused() {
        assertThatThrownBy(() -> issuer.issue("autumn", Example.body())).hasMessageContaining("no key is active");
    }

    @Test
    void aKeyOutOfItsTimeDoesNotSign() {
        InstantSource late = InstantSource.fixed(Example.KEY_TO.plusMillis(1));
        TicketIssuer lateIssuer = TicketIssuer.of(Example.ring(), Example.keys(), late);
        assertThatThrownBy(() -> lateIssuer.issue(Example.EVENT, Example.body()))
                .hasMessageContaining("rotate it");
    }

    @Test
    void aProviderWithAnotherKeyBehindTheIdIsFoundOut() {
        SeedKeys other = SeedKeys.create();
        other.add(1, Algorithm.ED25519, Example.seed(1));
        TicketIssuer wrong = TicketIssuer.of(Example.ring(), other, Example.CLOCK);
        assertThatThrownBy(() -> wrong.issue(Example.EVENT, Example.body())).hasMessageContaining("does not match");
    }

    @Test
    void aReissueHasTheSameSerialAndTheNextGeneration() {
        TicketIssuer.Reissue reissue =
                issuer.reissue(Example.EVENT, Example.ticket().body(), RevocationReason.REISSUE);
        assertThat(reissue.ticket().body()).isEqualTo(Example.ticket().body().withGeneration(1));
        assertThat(reissue.ticket().text()).isNotEqualTo(Example.TEXT);
    }

    @Test
    void aReissueRevokesTheOneBeforeAndNotItself() {
        Revocation revocation = issuer.reissue(Example.EVENT, Example.body(), RevocationReason.TRANSFER)
                .revocation();
        assertThat(revocation.hits(0)).isTrue();
        assertThat(revocation.hits(1)).isFalse();
        assertThat(revocation.since()).isEqualTo(Example.NOW);
    }
}
