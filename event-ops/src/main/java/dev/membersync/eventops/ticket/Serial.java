package dev.membersync.eventops.ticket;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * The name of an issued ticket in our own books: 10 random bytes. It says nothing about its holder.
 *
 * @param hex the bytes as 20 lower-case hexadecimal digits
 */
public record Serial(String hex) implements Comparable<Serial> {
    /** How many bytes a serial has. */
    public static final int LENGTH = 10;

    public Serial {
        if (hex.length() != 2 * LENGTH || !hex.chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0)) {
            throw new IllegalArgumentException("a serial has " + 2 * LENGTH + " lower-case hexadecimal digits");
        }
    }

    /** The serial with these bytes. */
    public static Serial of(byte[] bytes) {
        return new Serial(HexFormat.of().formatHex(bytes));
    }

    /**
     * A new serial.
     *
     * @param random where its bytes come from; a {@link java.security.SecureRandom} outside tests
     */
    public static Serial random(RandomGenerator random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return of(bytes);
    }

    /** Its bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public int compareTo(Serial other) {
        return hex.compareTo(other.hex);
    }
}
