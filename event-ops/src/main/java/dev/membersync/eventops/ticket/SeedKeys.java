package dev.membersync.eventops.ticket;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Private keys in this process, each from 32 secret bytes that the caller keeps (a vault, an encrypted file). Safe for
 * several threads.
 */
public final class SeedKeys implements KeyProvider {
    /** How many bytes a seed has. */
    public static final int SEED_LENGTH = 32;

    private static final String MAC = "HmacSHA256";

    private final Map<Integer, PrivateKey> privateKeys = new ConcurrentHashMap<>();
    private final Map<Integer, SecretKeySpec> secrets = new ConcurrentHashMap<>();

    private SeedKeys() {}

    /** A provider without keys. */
    public static SeedKeys create() {
        return new SeedKeys();
    }

    /**
     * Takes the key of an id.
     *
     * @param keyId its id
     * @param algorithm how it signs
     * @param seed 32 bytes from a {@link SecureRandom}: the Ed25519 private key (RFC 8032) or the HMAC key
     * @return the public part for the {@link KeyRecord}; empty for {@link Algorithm#HMAC16}
     * @throws IllegalArgumentException when there are not 32 bytes, or the id has a key already
     */
    public String add(int keyId, Algorithm algorithm, byte[] seed) {
        if (seed.length != SEED_LENGTH) {
            throw new IllegalArgumentException(
                    "key " + keyId + " has " + seed.length + " bytes and not " + SEED_LENGTH);
        }
        if (privateKeys.containsKey(keyId) || secrets.containsKey(keyId)) {
            throw new IllegalArgumentException("key id " + keyId + " is taken");
        }
        if (algorithm == Algorithm.HMAC16) {
            secrets.put(keyId, new SecretKeySpec(seed, MAC));
            return "";
        }
        KeyPair pair = pair(seed);
        privateKeys.put(keyId, pair.getPrivate());
        return Ed25519.hex(pair.getPublic());
    }

    @Override
    public byte[] sign(KeyRecord key, byte[] message) {
        try {
            return key.algorithm() == Algorithm.HMAC16 ? mac(key, message) : signature(key, message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("key " + key.keyId() + " cannot sign", e);
        }
    }

    @Override
    public String toString() {
        return "SeedKeys[***]";
    }

    private byte[] signature(KeyRecord key, byte[] message) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(key.algorithm().name());
        signature.initSign(held(privateKeys.get(key.keyId()), key));
        signature.update(message);
        return signature.sign();
    }

    private byte[] mac(KeyRecord key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(MAC);
        mac.init(held(secrets.get(key.keyId()), key));
        return Arrays.copyOf(mac.doFinal(message), key.algorithm().signatureLength());
    }

    private static <K> K held(@Nullable K held, KeyRecord key) {
        if (held == null) {
            throw new IllegalArgumentException("there is no " + key.algorithm() + " key with id " + key.keyId());
        }
        return held;
    }

    /** The JDK makes a public key from a private one only while it generates both: so it is given the seed for chance. */
    private static KeyPair pair(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(Algorithm.ED25519.name());
            generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 15 has Ed25519", e);
        }
    }

    private static final class Fixed extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Fixed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
