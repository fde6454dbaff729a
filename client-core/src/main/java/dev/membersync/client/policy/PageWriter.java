package dev.membersync.client.policy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Whole numbers one after the other, small ones in few bytes. */
final class PageWriter {
    private byte[] bytes = new byte[512];
    private int size;

    void put(long number) {
        long rest = (number << 1) ^ (number >> 63);
        while ((rest & ~0x7FL) != 0) {
            add((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        add((int) rest);
    }

    private void add(int one) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) one;
    }

    void put(boolean flag) {
        put(flag ? 1 : 0);
    }

    void put(double number) {
        put(Double.doubleToLongBits(number));
    }

    void put(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        put(encoded.length);
        for (byte one : encoded) {
            add(one);
        }
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }
}
