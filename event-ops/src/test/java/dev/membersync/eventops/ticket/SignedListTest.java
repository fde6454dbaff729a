package dev.membersync.eventops.ticket;

import static dev.membersync.eventops.ticket.ListKind.BLOCKS;
import static dev.membersync.eventops.ticket.ListKind.REVOCATIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignedListTest {
    private static final int FRAME = 28 + 64;

    private final SeedKeys keys = SeedKeys.create();
    private final KeyRing ring =
            KeyRing.empty().with(Example.key(5, keys.add(5, Algorithm.ED25519, Example.seed(50)), Example.EVENT));
    private final MemoryLedger ledger = MemoryLedger.create();
    private final ListPublisher publisher = ListPublisher.of(ledger, ring, keys, Example.CLOCK);
    private final Revocation revocation =
            new Revocation(Example.body().serial(), 1, RevocationReason.CANCEL, Example.NOW);

    private byte[] published() {
        ledger.put(REVOCATIONS, Example.EVENT, revocation);
        return publisher.publish(REVOCATIONS, Example.EVENT, 0);
    }

    private ListReading<Revocation> read(byte[] bytes) {
        return read(ring, bytes, Example.EVENT, Example.NOW);
    }

    private static ListReading<Revocation> read(KeyRing ring, byte[] bytes, String eventId, Instant now) {
        return ListReader.of(ring).read(bytes, REVOCATIONS, eventId, now);
    }

    private static void refused(ListReading<?> reading, Refusal why) {
        assertThat(reading).isEqualTo(new ListReading.Refused<>(why));
    }

    @ParameterizedTest
    @EnumSource(RevocationReason.class)
    void aRevocationComesAsItWent(RevocationReason reason) {
        Instant since = Instant.parse("2027-02-26T11:12:13.456Z");
        Revocation other = new Revocation(Example.body().serial(), 65535, reason, since);
        ledger.put(REVOCATIONS, Example.EVENT, other);
        ListReading<Revocation> reading = read(publisher.publish(REVOCATIONS, Example.EVENT, 0));
        assertThat(reading)
                .isInstanceOfSatisfying(
                        ListReading.Genuine.class,
                        genuine -> assertThat(genuine.update())
                                .isEqualTo(ledger.since(REVOCATIONS, Example.EVENT, 0, Example.NOW)));
    }

    @Test
    void aBlockComesAsItWent() {
        ledger.put(BLOCKS, Example.EVENT, new Block(Example.body().serial(), true, Example.NOW));
        byte[] bytes = publisher.publish(BLOCKS, Example.EVENT, 0);
        assertThat(ListReader.of(ring).read(bytes, BLOCKS, Example.EVENT, Example.NOW))
                .isEqualTo(new ListReading.Genuine<>(ledger.since(BLOCKS, Example.EVENT, 0, Example.NOW)));
    }

    @Test
    void anEntryTakes20Bytes() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 5000; i++) {
            ledger.put(
                    REVOCATIONS,
                    Example.EVENT,
                    new Revocation(Serial.random(random), 1, RevocationReason.DELETE, Example.NOW));
        }
        assertThat(publisher.publish(REVOCATIONS, Example.EVENT, 0)).hasSize(FRAME + 5000 * 20);
        assertThat(publisher.publish(REVOCATIONS, Example.EVENT, 4999)).hasSize(FRAME + 20);
    }

    @Test
    void everyWrongBitIsRefused() {
        byte[] bytes = published();
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThat(read(flipped)).as("bit %d", bit).isInstanceOf(ListReading.Refused.class);
        }
    }

    @Test
    void bytesOfNoListAreMalformed() {
        byte[] bytes = published();
        for (int length = 0; length < bytes.length; length++) {
            if (length != FRAME) {
                refused(read(Arrays.copyOf(bytes, length)), Refusal.MALFORMED);
            }
        }
    }

    @Test
    void oneListIsNotTakenForTheOther() {
        refused(ListReader.of(ring).read(published(), BLOCKS, Example.EVENT, Example.NOW), Refusal.BAD_SIGNATURE);
    }

    @Test
    void theListOfAnotherEventIsNamedAsThat() {
        refused(read(ring, published(), "autumn", Example.NOW), Refusal.WRONG_EVENT);
    }

    @Test
    void aListOfARevokedKeyIsRefused() {
        refused(read(ring.revoke(5), published(), Example.EVENT, Example.NOW), Refusal.KEY_REVOKED);
    }

    @Test
    void aListOfATicketKeyIsRefused() {
        refused(read(Example.ring(), published(), Example.EVENT, Example.NOW), Refusal.UNKNOWN_KEY);
    }

    @Test
    void aSignatureOverATicketIsNoneOverAList() {
        KeyRecord key = ring.active(Example.EVENT);
        byte[] body = ListBody.of(ledger.since(REVOCATIONS, Example.EVENT, 0, Example.NOW), 5);
        byte[] signature =
                keys.sign(key, EventBinding.message("memberships-accelevents/ticket/v1", Example.EVENT, body));
        byte[] bytes = Arrays.copyOf(body, body.length + signature.length);
        System.arraycopy(signature, 0, bytes, body.length, signature.length);
        refused(read(bytes), Refusal.BAD_SIGNATURE);
    }

    @Test
    void aSecretKeySignsNoLists() {
        KeyRing secret = KeyRing.empty().with(Example.key(6, "", Example.EVENT));
        ListPublisher other = ListPublisher.of(ledger, secret, keys, Example.CLOCK);
        assertThatThrownBy(() -> other.publish(REVOCATIONS, Example.EVENT, 0)).hasMessageContaining("no Ed25519 key");
    }
}
