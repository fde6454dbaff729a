package dev.membersync.testkit;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Base64;
import java.util.SplittableRandom;

/** Signs bodies with a key pair of its own; the same seed makes the same pair. Thread-safe. */
final class WebhookSigner {
    private final KeyPair pair;
    private final String algorithm;

    private WebhookSigner(KeyPair pair, String algorithm) {
        this.pair = pair;
        this.algorithm = algorithm;
    }

    /** Ed25519, as the service signs today (docs). */
    static WebhookSigner current(long seed) {
        return made("Ed25519", 255, "Ed25519", seed);
    }

    /** RSA with SHA-256 and 4096 bits, the legacy; making the pair takes a second. */
    static WebhookSigner legacy(long seed) {
        return made("RSA", 4096, "SHA256withRSA", seed);
    }

    private static WebhookSigner made(String keys, int bits, String algorithm, long seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(keys);
            generator.initialize(bits, new Seeded(seed));
            return new WebhookSigner(generator.generateKeyPair(), algorithm);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JDK lacks " + keys, missing);
        }
    }

    /** The public key as X.509 SubjectPublicKeyInfo in base64. */
    String publicKey() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /** The signature over exactly these bytes, in base64. */
    String sign(byte[] body) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(pair.getPrivate());
            signature.update(body);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("cannot sign", broken);
        }
    }

    /** Random by a seed: these keys protect nothing. */
    private static final class Seeded extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final transient SplittableRandom random;

        Seeded(long seed) {
            this.random = new SplittableRandom(seed);
        }

        @Override
        public void nextBytes(byte[] bytes) {
            // The constructor of the superclass may ask before there is a seed.
            if (random != null) {
                random.nextBytes(bytes);
            }
        }
    }
}
