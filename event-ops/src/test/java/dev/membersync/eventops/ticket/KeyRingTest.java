package dev.membersync.eventops.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {
    private static final Instant END = Instant.parse("2027-02-28T18:00:00Z");

    private final SeedKeys keys = Example.keys();

    private KeyRecord fresh(int keyId, String eventId) {
        return Example.key(keyId, keys.add(keyId, Algorithm.ED25519, Example.seed(keyId)), eventId);
    }

    @Test
    void aSecondActiveKeyOfAnEventIsRefused() {
        assertThatThrownBy(() -> Example.ring().with(fresh(2, Example.EVENT))).hasMessageContaining("two active keys");
    }

    @Test
    void anotherEventHasItsOwnActiveKey() {
        KeyRing ring = Example.ring().with(fresh(2, "autumn"));
        assertThat(ring.active("autumn").keyId()).isEqualTo(2);
        assertThat(ring.active(Example.EVENT).keyId()).isEqualTo(1);
    }

    @Test
    void afterRotationTheOldKeyStillCountsUntilADayAfterTheEvent() {
        KeyRing ring = Example.ring().rotate(fresh(2, Example.EVENT), END);
        KeyRecord old = ring.find(1).orElseThrow();
        assertThat(ring.active(Example.EVENT).keyId()).isEqualTo(2);
        assertThat(old.state()).isEqualTo(KeyState.VERIFY_ONLY);
        assertThat(old.notAfter()).isEqualTo(END.plusSeconds(86_400));
    }

    @Test
    void ticketsPrintedBeforeTheRotationAreRead() {
        KeyRing ring = Example.ring().rotate(fresh(2, Example.EVENT), END);
        assertThat(TicketReader.of(ring).read(Example.TEXT, Example.EVENT, Example.NOW))
                .isInstanceOf(Reading.Genuine.class);
        assertThat(TicketIssuer.of(ring, keys, Example.CLOCK)
                        .issue(Example.EVENT, Example.body())
                        .body()
                        .keyId())
                .isEqualTo(2);
    }

    @Test
    void rotationIsToAnActiveKey() {
        KeyRecord passive = fresh(2, Example.EVENT).withState(KeyState.VERIFY_ONLY);
        assertThatThrownBy(() -> Example.ring().rotate(passive, END)).hasMessageContaining("VERIFY_ONLY");
    }

    @Test
    void afterACompromiseNothingSignsUntilThereIsANewKey() {
        KeyRing ring = Example.ring().revoke(1);
        assertThatThrownBy(() -> ring.active(Example.EVENT)).hasMessageContaining("no key is active");
        assertThat(ring.with(fresh(2, Example.EVENT)).active(Example.EVENT).keyId())
                .isEqualTo(2);
    }

    @Test
    void anIdIsNeverUsedTwiceEvenWhenItsKeyIsRevoked() {
        KeyRing ring = Example.ring().revoke(1);
        KeyRecord again = Example.key(1, fresh(9, Example.EVENT).publicKey(), Example.EVENT);
        assertThatThrownBy(() -> ring.with(again)).hasMessageContaining("is taken");
        assertThat(ring.nextId()).isEqualTo(2);
    }

    @Test
    void aRevokedKeyDoesNotComeBackUnderAnotherId() {
        KeyRecord again = Example.key(2, Example.PUBLIC_KEY, Example.EVENT);
        assertThatThrownBy(() -> Example.ring().revoke(1).with(again)).hasMessageContaining("public part");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65536})
    void keyIdsAreOneTo65535(int keyId) {
        assertThatThrownBy(() -> Example.key(keyId, Example.PUBLIC_KEY, Example.EVENT))
                .hasMessageContaining("1 to 65535");
    }

    @Test
    void theLastIdHasNoNext() {
        KeyRing ring = KeyRing.of(List.of(Example.key(65535, Example.PUBLIC_KEY, Example.EVENT)));
        assertThatThrownBy(ring::nextId).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ud83c", "summit\udf9f", "\udf9f\ud83c"})
    void anEventIdWithoutAUtf8FormIsRefused(String eventId) {
        assertThatThrownBy(() -> Example.key(1, Example.PUBLIC_KEY, eventId)).hasMessageContaining("event id");
    }

    @Test
    void eventIdsAreTakenAsTheyAreWritten() {
        KeyRing composed = KeyRing.empty().with(Example.key(1, Example.PUBLIC_KEY, "caf\u00e9"));
        Ticket ticket = TicketIssuer.of(composed, keys, Example.CLOCK).issue("caf\u00e9", Example.body());
        assertThat(Example.refusal(TicketReader.of(composed).read(ticket.text(), "cafe\u0301", Example.NOW)))
                .isEqualTo(Refusal.WRONG_EVENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "03A107BFF3CE10BE1D70DD18E74BC09967E4D6309BA50D5F1DDC8664125531B8",
                "0200000000000000000000000000000000000000000000000000000000000000"
            })
    void whatIsNoEdwardsKeyIsRefused(String hex) {
        assertThatThrownBy(() -> new KeyRecord(
                        1, Algorithm.ED25519, hex, Example.EVENT, Example.KEY_FROM, Example.KEY_TO, KeyState.ACTIVE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSecretKeyHasNoPublicPart() {
        assertThatThrownBy(() -> new KeyRecord(
                        1,
                        Algorithm.HMAC16,
                        Example.PUBLIC_KEY,
                        Example.EVENT,
                        Example.KEY_FROM,
                        Example.KEY_TO,
                        KeyState.ACTIVE))
                .hasMessageContaining("secret as a whole");
    }

    @Test
    void aScannerGetsTheKeysOfItsEventAlone() {
        KeyRing ring = Example.ring().with(fresh(2, "autumn")).forEvent("autumn");
        assertThat(ring.records()).extracting(KeyRecord::keyId).containsExactly(2);
        assertThat(Example.refusal(TicketReader.of(ring).read(Example.TEXT, "autumn", Example.NOW)))
                .isEqualTo(Refusal.UNKNOWN_KEY);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 31, 33})
    void seedsHave32Bytes(int length) {
        for (Algorithm algorithm : Algorithm.values()) {
            assertThatThrownBy(() -> keys.add(5, algorithm, new byte[length])).hasMessageContaining("not 32");
        }
    }

    @Test
    void aProviderTakesAnIdOnce() {
        assertThatThrownBy(() -> keys.add(1, Algorithm.HMAC16, Example.seed(3))).hasMessageContaining("taken");
        assertThat(keys).hasToString("SeedKeys[***]");
    }
}
