package dev.membersync.client.webhook;

import dev.membersync.client.auth.Secret;
import java.util.List;

/**
 * Tells whether a delivery comes from who it should. An implementation gives a verdict for whatever a stranger may send
 * and throws nothing; it is safe for use by many threads.
 *
 * <p>For all verifiers of headers made here: the header must occur once (twice is {@link Verdict#INVALID}), and the literal
 * {@code N/A} counts as absent, because HighLevel sends it for a signature that it did not make (DOC).
 */
@FunctionalInterface
public interface SignatureVerifier {
    /** Judges the delivery as it came. */
    Verdict verify(Delivery delivery);

    /**
     * Checks an Ed25519 or RSA (PKCS #1 v1.5, SHA-256) signature over the raw body.
     *
     * <p>The header value is the canonical, padded, standard base64 of exactly as many bytes as the key's signatures have.
     *
     * @param header the header with the signature
     * @param keys   one key, or several while the sender rotates them; all of one scheme
     * @throws IllegalArgumentException when there is no key, or the keys are of different schemes
     */
    static SignatureVerifier signature(String header, List<SignatureKey> keys) {
        return PublicKeySignature.of(header, keys);
    }

    /**
     * Checks an HMAC-SHA256 over the raw body, in constant time.
     *
     * <p>The header value is 64 hexadecimal digits of either case or 44 characters of base64; a leading {@code sha256=} is
     * skipped. The key is the ASCII text of the secret.
     *
     * @param header  the header with the code
     * @param secrets one secret, or several while they are rotated
     * @throws IllegalArgumentException when there is no secret
     */
    static SignatureVerifier hmacSha256(String header, List<Secret> secrets) {
        return HmacSignature.of(header, secrets);
    }

    /**
     * Compares a header with a shared secret, in constant time. It says nothing about the body: whoever saw one request can
     * send others.
     *
     * @param header  the header with the secret
     * @param secrets one secret, or several while they are rotated
     * @throws IllegalArgumentException when there is no secret
     */
    static SignatureVerifier sharedSecret(String header, List<Secret> secrets) {
        return SharedSecret.inHeader(header, secrets);
    }

    /**
     * Compares a query parameter with a shared secret, in constant time; name and value as they stand in the target, nothing
     * decoded. Twice is {@link Verdict#INVALID}.
     *
     * @param parameter the name of the parameter
     * @param secrets   one secret, or several while they are rotated
     * @throws IllegalArgumentException when there is no secret
     */
    static SignatureVerifier sharedSecretInQuery(String parameter, List<Secret> secrets) {
        return SharedSecret.inQuery(parameter, secrets);
    }

    /**
     * Compares every segment of the path with a shared secret, in constant time and nothing decoded; exactly one must be
     * it. A delivery without a target is {@link Verdict#MISSING}.
     *
     * @param secrets one secret, or several while they are rotated
     * @throws IllegalArgumentException when there is no secret
     */
    static SignatureVerifier sharedSecretInPath(List<Secret> secrets) {
        return SharedSecret.inPath(secrets);
    }

    /** Both: valid when each says so, missing when the delivery carries nothing for either, else invalid. */
    default SignatureVerifier and(SignatureVerifier other) {
        return delivery -> {
            Verdict first = verify(delivery);
            return first == other.verify(delivery) ? first : Verdict.INVALID;
        };
    }

    /**
     * This verifier, and the other one for deliveries that carry nothing for this one. What this one calls invalid stays
     * invalid: a sender who fails the stronger check is never offered the weaker.
     */
    default SignatureVerifier orWhenMissing(SignatureVerifier weaker) {
        return delivery -> {
            Verdict verdict = verify(delivery);
            return verdict == Verdict.MISSING ? weaker.verify(delivery) : verdict;
        };
    }
}
