package dev.membersync.eventops.ticket;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** Ed25519 as the JDK has it. */
final class Ed25519 {
    private static final String NAME = "Ed25519";
    private static final int KEY_LENGTH = 32;
    /** What stands before the 32 bytes in an X.509 SubjectPublicKeyInfo. */
    private static final String SPKI_PREFIX = "302a300506032b6570032100";

    private Ed25519() {}

    static PublicKey publicKey(String hex) {
        if (hex.length() != 2 * KEY_LENGTH || !hex.chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0)) {
            throw new IllegalArgumentException(
                    "an Ed25519 public key is written as " + 2 * KEY_LENGTH + " lower-case hexadecimal digits");
        }
        try {
            PublicKey key = KeyFactory.getInstance(NAME)
                    .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(SPKI_PREFIX + hex)));
            // Only here does the JDK look whether the bytes are a point of the curve.
            Signature.getInstance(NAME).initVerify(key);
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("these 32 bytes are no Ed25519 public key", e);
        }
    }

    static String hex(PublicKey key) {
        byte[] spki = key.getEncoded();
        return HexFormat.of().formatHex(spki, spki.length - KEY_LENGTH, spki.length);
    }

    /** Whether the signature over these bytes is this key's; false for everything else, whatever it is. */
    static boolean signed(PublicKey key, byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance(NAME);
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException | RuntimeException e) {
            // A stranger chooses these bytes (a non-canonical S throws): that is an answer, not a failure of ours.
            return false;
        }
    }
}
