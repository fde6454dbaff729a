package dev.membersync.eventops.image;

import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A picture of a stranger, decoded with the JDK's own readers once its header says that it is small enough. */
final class Picture {
    /** What is decoded; a larger picture loses rows and columns. */
    private static final int DECODED_PIXELS = 4_000_000;

    private static final int OPAQUE = 0xff;

    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        private final FrameReading.Why why;

        Refusal(FrameReading.Why why) {
            this.why = why;
        }

        FrameReading.Why why() {
            return why;
        }
    }

    private Picture() {}

    static LuminanceSource luminance(byte[] picture) throws Refusal {
        if (PngChunks.claimed(picture)) {
            return decoded("png", PngChunks.needed(picture));
        }
        if (JpegScans.claimed(picture)) {
            JpegScans.check(picture);
            return decoded("jpeg", picture);
        }
        throw new Refusal(FrameReading.Why.UNREADABLE);
    }

    private static LuminanceSource decoded(String format, byte[] picture) throws Refusal {
        ImageReader reader = ownReader(format);
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            reader.setInput(in, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (Math.max(width, height) > FrameReader.MAX_SIDE || width * height > FrameReader.MAX_PIXELS) {
                throw new Refusal(FrameReading.Why.TOO_LARGE);
            }
            int step = (int) Math.ceil(Math.sqrt((double) width * height / DECODED_PIXELS));
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(Math.max(step, 1), Math.max(step, 1), 0, 0);
            return luminance(reader.read(0, param));
        } catch (IOException | RuntimeException e) {
            throw new Refusal(FrameReading.Why.UNREADABLE);
        } finally {
            reader.dispose();
        }
    }

    /** The JDK's, whatever other readers an application has brought along: only that one's appetite is known here. */
    private static ImageReader ownReader(String format) throws Refusal {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getModule() == ImageIO.class.getModule()) {
                return reader;
            }
        }
        throw new Refusal(FrameReading.Why.UNREADABLE);
    }

    private static LuminanceSource luminance(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, pixels, y * width, width);
        }
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = onWhite(pixels[i]);
        }
        return new RGBLuminanceSource(width, height, pixels);
    }

    private static int onWhite(int argb) {
        int alpha = argb >>> 24;
        if (alpha == OPAQUE) {
            return argb;
        }
        int white = OPAQUE - alpha;
        int red = ((argb >> 16 & 0xff) * alpha) / OPAQUE + white;
        int green = ((argb >> 8 & 0xff) * alpha) / OPAQUE + white;
        int blue = ((argb & 0xff) * alpha) / OPAQUE + white;
        return red << 16 | green << 8 | blue;
    }
}
