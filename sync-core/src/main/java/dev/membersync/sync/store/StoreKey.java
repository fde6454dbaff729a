package dev.membersync.sync.store;

import dev.membersync.sync.record.Marker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of a store's marks: 32 bytes, from a configured secret or from a key file beside the database. Immutable and
 * thread-safe; never shown.
 *
 * <p>Losing it costs one pass without writes. {@link #state} recognises a lost or changed key by a keyed check text that
 * the store holds as the fact {@code key-check}.
 */
public final class StoreKey {
    /** The fewest characters of a configured secret. */
    public static final int MIN_SECRET = 16;

    static final int BYTES = 32;
    private static final String CHECK = "key-check";
    private static final String GIVEN_ANEW = "key-given-anew";

    private final byte[] key;

    private StoreKey(byte[] key) {
        this.key = key.clone();
    }

    /**
     * The key that a configured secret stands for: the SHA-256 hash of its text. A random text is expected, not a
     * password that could be guessed.
     *
     * @param secret at least {@value #MIN_SECRET} characters
     * @throws StoreException when it is shorter
     */
    public static StoreKey ofSecret(String secret) {
        if (secret.length() < MIN_SECRET) {
            throw new StoreException("store.key has " + secret.length() + " characters, it needs at least " + MIN_SECRET
                    + "; use a long random text");
        }
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update("membersync store key\0".getBytes(StandardCharsets.UTF_8));
            return new StoreKey(hash.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }

    /**
     * The key in this file; a file with a random key, readable by its owner only, is made when there is none. Call it
     * while the store is open: its lock keeps other processes from making a key at the same time.
     *
     * @param file usually {@link JdbcStore#keyFile()}
     * @param random where a new key comes from; a {@link java.security.SecureRandom} outside of tests
     * @throws StoreException when the file cannot be read or made, or holds something else
     */
    public static StoreKey ofFile(Path file, RandomGenerator random) {
        return new StoreKey(KeyFile.loadOrCreate(file, random));
    }

    /** A key for one run, for stores that live in memory. */
    public static StoreKey random(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new StoreKey(bytes);
    }

    /** A marker with this key. */
    public Marker marker() {
        return Marker.keyed(key);
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return key.clone();
    }

    /** Compares this key with the one the store was used with. A store that knew none takes this one. */
    public KeyState state(Meta meta) {
        Optional<String> known = meta.find(CHECK);
        if (known.isEmpty()) {
            adopt(meta);
            return KeyState.NEW;
        }
        return known.get().equals(check()) ? KeyState.SAME : KeyState.CHANGED;
    }

    /** True when a store was used with some key before: then a new one cannot be the right one. */
    public static boolean isKnown(Meta meta) {
        return meta.find(CHECK).isPresent();
    }

    /** Makes this the key of the store without forgetting anything; {@link #rekey} does both. */
    public void adopt(Meta meta) {
        meta.put(CHECK, check());
    }

    /**
     * Makes this the key of a store whose own key is lost, or is to be given up: what was made with that one is forgotten in
     * one transaction, in all scopes ({@link Meta#forgetMarks}). The run after it compares both sides and writes nothing.
     * Tokens that rest under the old key cannot be read any more: their accounts are connected again. Nothing happens when
     * the store has this key already.
     *
     * @throws StoreException while a create is open that is found again by its match key alone
     */
    public void rekey(SyncStore store) {
        store.inTransaction(Scope.NONE, tx -> {
            if (state(tx.meta()) == KeyState.CHANGED) {
                tx.meta().forgetMarks();
                adopt(tx.meta());
                tx.meta().put(GIVEN_ANEW, check());
            }
            return true;
        });
    }

    /** What stands for the key that {@link #rekey} gave the store last; empty while it has its first one. */
    public static Optional<String> givenAnew(Meta meta) {
        return meta.find(GIVEN_ANEW);
    }

    /**
     * What only the holder of this key can make of a content: 64 hexadecimal digits, an HMAC-SHA256 under a key of its own
     * for each purpose. Equal contents have equal seals.
     */
    public String seal(String purpose, byte[] content) {
        return HexFormat.of().formatHex(hmac(derived("seal " + purpose), content));
    }

    /** Another key of 32 bytes, for what must not be readable with marks; each purpose has its own. */
    byte[] derived(String purpose) {
        return hmac(key, ("membersync " + purpose).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] secret, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no HmacSHA256", e);
        }
    }

    private String check() {
        return Long.toHexString(marker().hash(CHECK, "membersync"));
    }

    @Override
    public String toString() {
        return "StoreKey[***]";
    }
}
