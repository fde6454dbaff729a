package dev.membersync.eventops.image;

import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;

/** A picture at two thirds of its size: there the edges that a blur has moved stand elsewhere between the pixels. */
final class Smaller {
    private Smaller() {}

    static LuminanceSource of(LuminanceSource source) {
        int width = Math.max(source.getWidth() * 2 / 3, 1);
        int height = Math.max(source.getHeight() * 2 / 3, 1);
        byte[] pixels = source.getMatrix();
        byte[] smaller = new byte[width * height];
        for (int y = 0; y < height; y++) {
            int above = y * 3 / 2 * source.getWidth();
            int below = Math.min(y * 3 / 2 + 1, source.getHeight() - 1) * source.getWidth();
            for (int x = 0; x < width; x++) {
                int left = x * 3 / 2;
                int right = Math.min(left + 1, source.getWidth() - 1);
                // Of three pixels in a row, the first and the half of the second are one, the rest is the next.
                int first = x % 2 == 0 ? 2 : 1;
                int top = first * light(pixels[above + left]) + (3 - first) * light(pixels[above + right]);
                int bottom = first * light(pixels[below + left]) + (3 - first) * light(pixels[below + right]);
                int upper = y % 2 == 0 ? 2 : 1;
                smaller[y * width + x] = (byte) ((upper * top + (3 - upper) * bottom) / 9);
            }
        }
        return new PlanarYUVLuminanceSource(smaller, width, height, 0, 0, width, height, false);
    }

    private static int light(byte pixel) {
        return Byte.toUnsignedInt(pixel);
    }
}
