package dev.membersync.client.auth;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts grants for a {@link TokenStore}: AES-256-GCM with a random nonce. The name that a grant is stored under is
 * authenticated with it, so that two of them cannot be swapped. Layout: magic, mark of the key, nonce, ciphertext with
 * tag. Thread-safe.
 */
public final class GrantCipher {
    /** The length of a key. */
    public static final int KEY_BYTES = 32;

    private static final byte[] MAGIC = "MSTG1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MARK_BYTES = 8;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final byte[] mark;
    private final SecureRandom random;

    private GrantCipher(byte[] key, SecureRandom random) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("the key has " + key.length + " bytes, it needs " + KEY_BYTES);
        }
        this.key = new SecretKeySpec(key, "AES");
        this.mark = mark(key);
        this.random = random;
    }

    /**
     * A cipher with a key.
     *
     * @param key {@value #KEY_BYTES} random bytes, copied
     * @param random where nonces come from
     * @throws IllegalArgumentException when the key has another length
     */
    public static GrantCipher of(byte[] key, SecureRandom random) {
        return new GrantCipher(key, random);
    }

    /** Encrypts what is stored under a name. */
    public byte[] seal(String name, StoredGrant grant) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, name).doFinal(GrantCodec.bytes(grant));
            return ByteBuffer.allocate(MAGIC.length + MARK_BYTES + NONCE_BYTES + sealed.length)
                    .put(MAGIC)
                    .put(mark)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no AES-GCM", e);
        }
    }

    /**
     * Decrypts what was stored under a name.
     *
     * @param place where the bytes come from, for the message
     * @throws TokenStoreException when the key is another one, or the bytes are damaged or belong to another name
     */
    public StoredGrant open(String name, byte[] bytes, String place) {
        int nonceAt = MAGIC.length + MARK_BYTES;
        int sealedAt = nonceAt + NONCE_BYTES;
        if (bytes.length < sealedAt + TAG_BITS / 8 || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw damaged(place);
        }
        if (!MessageDigest.isEqual(mark, Arrays.copyOfRange(bytes, MAGIC.length, nonceAt))) {
            throw new TokenStoreException(
                    place + " was written with another key; give the key it was written with, or delete it and connect"
                            + " the account again",
                    null);
        }
        try {
            byte[] nonce = Arrays.copyOfRange(bytes, nonceAt, sealedAt);
            return GrantCodec.read(
                    cipher(Cipher.DECRYPT_MODE, nonce, name).doFinal(bytes, sealedAt, bytes.length - sealedAt));
        } catch (AEADBadTagException | IOException e) {
            throw damaged(place);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(MAGIC);
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static TokenStoreException damaged(String place) {
        return new TokenStoreException(
                place
                        + " is damaged, or was put in the place of another; restore it from a backup that is newer than the"
                        + " last renewal, or delete it and connect the account again",
                null);
    }

    /** Tells a wrong key from a damaged file; the key is random, so its hash tells nothing else. */
    private static byte[] mark(byte[] key) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update("membersync token key\0".getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(hash.digest(key), MARK_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }
}
