package dev.membersync.client.webhook;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/**
 * A public key that signatures are checked with: Ed25519, or RSA of at least 2048 bits for PKCS #1 v1.5 with SHA-256.
 * Immutable.
 */
public final class SignatureKey {
    private static final String ED25519 = "Ed25519";
    private static final int ED25519_BYTES = 64;
    private static final int LEAST_RSA_BITS = 2048;

    private final String algorithm;
    private final PublicKey key;
    private final int signatureBytes;

    private SignatureKey(String algorithm, PublicKey key, int signatureBytes) {
        this.algorithm = algorithm;
        this.key = key;
        this.signatureBytes = signatureBytes;
    }

    /**
     * Reads an Ed25519 key.
     *
     * @param spki base64 of an X.509 SubjectPublicKeyInfo; white space and PEM header lines are skipped
     * @throws IllegalArgumentException when it is something else; the message says what is wrong
     */
    public static SignatureKey ed25519(String spki) {
        return of(parsed(ED25519, spki));
    }

    /**
     * Reads an RSA key.
     *
     * @param spki base64 of an X.509 SubjectPublicKeyInfo; white space and PEM header lines are skipped
     * @throws IllegalArgumentException when it is something else; the message says what is wrong
     */
    public static SignatureKey rsa(String spki) {
        return of(parsed("RSA", spki));
    }

    /**
     * Takes a key that is there already.
     *
     * @throws IllegalArgumentException when it is neither Ed25519 nor RSA of at least 2048 bits
     */
    public static SignatureKey of(PublicKey key) {
        if (key instanceof EdECPublicKey edwards
                && NamedParameterSpec.ED25519
                        .getName()
                        .equals(edwards.getParams().getName())) {
            return new SignatureKey(ED25519, key, ED25519_BYTES);
        }
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= LEAST_RSA_BITS) {
            return new SignatureKey("SHA256withRSA", key, (rsa.getModulus().bitLength() + 7) / 8);
        }
        throw new IllegalArgumentException("a " + key.getAlgorithm() + " key is no Ed25519 key and no RSA key of "
                + LEAST_RSA_BITS + " bits or more");
    }

    /** The name of the scheme in the JDK, {@code Ed25519} or {@code SHA256withRSA}. */
    public String algorithm() {
        return algorithm;
    }

    /** How many bytes a signature of this key has. */
    public int signatureBytes() {
        return signatureBytes;
    }

    /** Whether the signature over these bytes is this key's; false for everything else, whatever it is. */
    boolean signed(byte[] body, byte[] signature) {
        if (signature.length != signatureBytes) {
            return false;
        }
        try {
            Signature check = Signature.getInstance(algorithm);
            check.initVerify(key);
            check.update(body);
            return check.verify(signature);
        } catch (GeneralSecurityException | RuntimeException e) {
            // A stranger chooses these bytes: what a provider throws about them is an answer, not a failure of ours.
            return false;
        }
    }

    private static PublicKey parsed(String family, String spki) {
        String text = spki.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
        byte[] der = Base64Text.canonical(text)
                .orElseThrow(() -> new IllegalArgumentException("the " + family + " key is no padded standard base64"));
        try {
            PublicKey key = KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(der));
            if (Arrays.equals(key.getEncoded(), der)) {
                return key;
            }
        } catch (GeneralSecurityException | RuntimeException e) {
            // The provider's message is about ASN.1 and helps nobody.
        }
        throw new IllegalArgumentException(
                "the " + der.length + " bytes are no X.509 SubjectPublicKeyInfo of an " + family + " key");
    }
}
