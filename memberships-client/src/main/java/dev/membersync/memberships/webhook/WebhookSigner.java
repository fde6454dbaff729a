package dev.membersync.memberships.webhook;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Headers;
import dev.membersync.client.webhook.Delivery;
import dev.membersync.client.webhook.SignatureKey;
import dev.membersync.client.webhook.SignatureVerifier;
import dev.membersync.memberships.profile.HighLevelSignatures;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs deliveries as a sender would, for tests of what a receiver does: give the receiver {@link #verifier} and hand it
 * {@link #delivery}. Thread-safe.
 */
public final class WebhookSigner {
    private static final String ED25519 = "Ed25519";
    private static final String HMAC = "HmacSHA256";

    private final String header;
    private final SignatureVerifier verifier;
    private final Signing signing;

    private WebhookSigner(String header, SignatureVerifier verifier, Signing signing) {
        this.header = header;
        this.verifier = verifier;
        this.signing = signing;
    }

    /** Signs as HighLevel does, with a new key pair. */
    public static WebhookSigner ed25519() {
        return sound(() -> ed25519(KeyPairGenerator.getInstance(ED25519).generateKeyPair()));
    }

    /**
     * Signs as HighLevel does, with this key pair.
     *
     * @throws IllegalArgumentException when it is no Ed25519 pair
     */
    public static WebhookSigner ed25519(KeyPair pair) {
        SignatureKey key = SignatureKey.of(pair.getPublic());
        if (!key.algorithm().equals(ED25519)) {
            throw new IllegalArgumentException("the pair is of " + key.algorithm() + ", not " + ED25519);
        }
        return new WebhookSigner(
                HighLevelSignatures.HEADER,
                SignatureVerifier.signature(HighLevelSignatures.HEADER, List.of(key)),
                body -> {
                    Signature signature = Signature.getInstance(ED25519);
                    signature.initSign(pair.getPrivate());
                    signature.update(body);
                    return signature.sign();
                });
    }

    /** Signs with HMAC-SHA256, as base64 in this header. */
    public static WebhookSigner hmacSha256(String header, Secret secret) {
        return new WebhookSigner(header, SignatureVerifier.hmacSha256(header, List.of(secret)), body -> {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.US_ASCII), HMAC));
            return mac.doFinal(body);
        });
    }

    /** The verifier that accepts what this signer signs, and nothing else. */
    public SignatureVerifier verifier() {
        return verifier;
    }

    /** The value of the header for a body. */
    public String signature(byte[] body) {
        return Base64.getEncoder().encodeToString(sound(() -> signing.sign(body)));
    }

    /** A signed delivery of these bytes. */
    public Delivery delivery(byte[] body) {
        return Delivery.of(Headers.of(header, signature(body)), body);
    }

    /** A signed delivery of a text, as UTF-8. */
    public Delivery delivery(String body) {
        return delivery(body.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> T sound(Making<T> making) {
        try {
            return making.make();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing failed: " + e.getClass().getName(), e);
        }
    }

    private interface Signing {
        byte[] sign(byte[] body) throws GeneralSecurityException;
    }

    private interface Making<T> {
        T make() throws GeneralSecurityException;
    }
}
