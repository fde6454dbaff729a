package dev.membersync.client.policy;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a {@link PageWriter} wrote, in the same order. */
final class PageReader {
    private final ByteBuffer bytes;

    PageReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    long number() {
        long all = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            all |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return (all >>> 1) ^ -(all & 1);
            }
        }
    }

    int small() {
        return (int) number();
    }

    /** A number of things that follow, each of at least a byte. */
    int count() {
        long count = number();
        if (count < 0 || count > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        return (int) count;
    }

    boolean flag() {
        return number() != 0;
    }

    double real() {
        return Double.longBitsToDouble(number());
    }

    String text() {
        byte[] encoded = new byte[count()];
        bytes.get(encoded);
        return new String(encoded, StandardCharsets.UTF_8);
    }
}
