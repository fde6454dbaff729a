package dev.membersync.sync.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes {@link Mark}s: HMAC-SHA-256 over the field's name and its canonical text, cut to 64 bits. Thread-safe.
 *
 * <p>The name is part of the message, so equal texts of two fields cannot be told from their marks. Losing the key
 * costs one pass without writes: every pair that is equal gets new marks.
 */
public final class Marker {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::mac);

    private Marker(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * A marker with this key.
     *
     * @param key at least 16 bytes
     */
    public static Marker keyed(byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException("the store key needs at least 16 bytes, this one has " + key.length);
        }
        return new Marker(key);
    }

    /** The mark of a value of this field. */
    public Mark mark(String field, Value canonical) {
        return switch (canonical.kind()) {
            case UNSEEN -> Mark.UNSEEN;
            case ABSENT -> Mark.ABSENT;
            case EMPTY -> Mark.EMPTY;
            case TEXT -> Mark.of(hash(field, canonical.text().orElseThrow()));
        };
    }

    /** The keyed hash of a text under a name. */
    public long hash(String name, String text) {
        Mac mac = macs.get();
        mac.update(name.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        return ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no " + ALGORITHM, e);
        }
    }
}
