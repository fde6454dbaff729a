package dev.membersync.eventops.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * The parts of a PNG that make the picture. The others are left out: compressed texts that unpack to a thousandfold, and
 * parts that say they are longer than the file, for which the JDK's decoder makes room before it reads them.
 */
final class PngChunks {
    private static final byte[] MAGIC = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    /** Length, name and checksum. */
    private static final int FRAME = 12;

    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private PngChunks() {}

    static boolean claimed(byte[] picture) {
        return picture.length >= MAGIC.length && Arrays.equals(MAGIC, Arrays.copyOf(picture, MAGIC.length));
    }

    static byte[] needed(byte[] picture) throws Picture.Refusal {
        ByteArrayOutputStream needed = new ByteArrayOutputStream(picture.length);
        needed.writeBytes(MAGIC);
        ByteBuffer in = ByteBuffer.wrap(picture).position(MAGIC.length);
        while (in.remaining() >= FRAME) {
            int at = in.position();
            int length = in.getInt();
            String name = new String(picture, at + Integer.BYTES, Integer.BYTES, StandardCharsets.ISO_8859_1);
            if (length < 0 || length > in.remaining() - (FRAME - Integer.BYTES)) {
                throw new Picture.Refusal(FrameReading.Why.UNREADABLE);
            }
            if (NEEDED.contains(name)) {
                needed.write(picture, at, length + FRAME);
            }
            in.position(at + length + FRAME);
        }
        return needed.toByteArray();
    }
}
