package dev.membersync.eventops.ticket;

import java.time.Instant;

/**
 * What everyone may know of a key. The private part stays with the {@link KeyProvider}.
 *
 * @param keyId 1 to 65535; never used for a second key
 * @param algorithm how it signs
 * @param publicKey the 32 bytes of the Ed25519 public key as 64 lower-case hexadecimal digits; empty for
 *     {@link Algorithm#HMAC16}, whose key is a secret that the provider finds by the key id
 * @param eventId the one event it signs for, byte for byte as its tickets are bound to it
 * @param notBefore the first instant at which its tickets count
 * @param notAfter the last instant at which they do
 * @param state what it may still do
 */
public record KeyRecord(
        int keyId,
        Algorithm algorithm,
        String publicKey,
        String eventId,
        Instant notBefore,
        Instant notAfter,
        KeyState state) {
    /** The largest key id. */
    public static final int MAX_ID = 0xffff;

    public KeyRecord {
        if (keyId < 1 || keyId > MAX_ID) {
            throw new IllegalArgumentException("key id " + keyId + " is not in 1 to " + MAX_ID);
        }
        if (notAfter.isBefore(notBefore)) {
            throw new IllegalArgumentException(
                    "key " + keyId + " ends at " + notAfter + ", before it begins at " + notBefore);
        }
        if (algorithm == Algorithm.ED25519) {
            Ed25519.publicKey(publicKey);
        } else if (!publicKey.isEmpty()) {
            throw new IllegalArgumentException("key " + keyId + " is secret as a whole: leave its public part empty");
        }
        EventBinding.bytes(eventId);
    }

    /** This key in another state. */
    public KeyRecord withState(KeyState changed) {
        return new KeyRecord(keyId, algorithm, publicKey, eventId, notBefore, notAfter, changed);
    }

    /** This key with another end. */
    public KeyRecord withNotAfter(Instant changed) {
        return new KeyRecord(keyId, algorithm, publicKey, eventId, notBefore, changed, state);
    }

    /** Whether an instant is in its time, both ends included. */
    public boolean covers(Instant instant) {
        return !instant.isBefore(notBefore) && !instant.isAfter(notAfter);
    }

    /** Whether what it signed counts at an instant: in its time and not revoked. */
    public boolean counts(Instant instant) {
        return state != KeyState.REVOKED && covers(instant);
    }
}
