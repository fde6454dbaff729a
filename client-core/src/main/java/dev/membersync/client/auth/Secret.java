package dev.membersync.client.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** A key or token that prints as {@code ***}; immutable. */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Wraps a value.
     *
     * @throws IllegalArgumentException when it is blank or holds a control or non-ASCII character; the message never
     *     repeats the value
     */
    public static Secret of(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("the secret is empty");
        }
        for (int i = 0; i < value.length(); i++) {
            // The JDK would refuse such a header later, in a message that contains the whole value.
            if (value.charAt(i) < 0x20 || value.charAt(i) > 0x7e) {
                throw new IllegalArgumentException(
                        "the secret has a character that no header can carry, at index " + i);
            }
        }
        return new Secret(value);
    }

    /** The value itself; for transports and token stores only. */
    public String reveal() {
        return value;
    }

    /** This secret with a text before it, as in {@code Bearer }. */
    public Secret prefixed(String prefix) {
        return prefix.isEmpty() ? this : of(prefix + value);
    }

    /** Compares in constant time. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }

    private byte[] bytes() {
        return value.getBytes(StandardCharsets.US_ASCII);
    }
}
