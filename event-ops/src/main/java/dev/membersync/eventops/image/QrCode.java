package dev.membersync.eventops.image;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import dev.membersync.eventops.ticket.TicketBody;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The QR code of a ticket, black on white with a quiet zone of 4 modules. Whoever has the picture has the ticket.
 * Immutable.
 */
public final class QrCode {
    /** How wide the empty border is, in modules. */
    public static final int QUIET_ZONE = 4;
    /** How wide a module of a PNG is unless said otherwise, in pixels. */
    public static final int PIXELS = 8;

    private static final int MAX_PIXELS = 64;
    private static final int BLACK = 0xff000000;
    private static final int WHITE = 0xffffffff;

    private final BitMatrix modules;

    private QrCode(BitMatrix modules) {
        this.modules = modules;
    }

    /** The code of a text with {@link Correction#MEDIUM}; see {@link #of(String, Correction)}. */
    public static QrCode of(String text) {
        return of(text, Correction.MEDIUM);
    }

    /**
     * The code of a text, byte for byte; a signed ticket takes 45 modules a side with {@link Correction#MEDIUM}, 49 with
     * {@link Correction#QUARTILE}.
     *
     * @param text printable ASCII, such as the text of a ticket or a vendor's barcode
     * @throws IllegalArgumentException when it is empty, holds another character or does not fit a QR code; the message
     *     does not repeat it
     */
    public static QrCode of(String text, Correction correction) {
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
            throw new IllegalArgumentException("a QR code of ours holds printable ASCII characters, at least one");
        }
        Map<EncodeHintType, Object> hints =
                Map.of(EncodeHintType.ERROR_CORRECTION, correction.level(), EncodeHintType.MARGIN, QUIET_ZONE);
        try {
            return new QrCode(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints));
        } catch (WriterException e) {
            throw new IllegalArgumentException("a text of " + text.length() + " characters fits no QR code", e);
        }
    }

    /**
     * The name of a picture file: serial and generation, which tell nothing of the holder and admit nobody.
     *
     * @param extension {@code png} or {@code svg}
     */
    public static String fileName(TicketBody body, String extension) {
        return "ticket-" + body.serial().hex() + "-" + body.generation() + "." + extension;
    }

    /** How many modules a side has, without the quiet zone. */
    public int size() {
        return modules.getWidth() - 2 * QUIET_ZONE;
    }

    /** As PNG with {@link #PIXELS} for a module. */
    public byte[] png() {
        return png(PIXELS);
    }

    /**
     * As PNG, one bit for each pixel; the same code gives the same bytes on the same JDK.
     *
     * @param pixels how wide a module is, 1 to 64; print at 300 dpi wants at least 5 (0.4 mm)
     */
    public byte[] png(int pixels) {
        if (pixels < 1 || pixels > MAX_PIXELS) {
            throw new IllegalArgumentException("a module of " + pixels + " pixels is not in 1 to " + MAX_PIXELS);
        }
        int side = modules.getWidth() * pixels;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, modules.get(x / pixels, y / pixels) ? BLACK : WHITE);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "png", stream);
        } catch (IOException e) {
            throw new UncheckedIOException("memory refuses a picture", e);
        }
        return out.toByteArray();
    }

    /**
     * As SVG of its own, with a white ground, sharp edges, and a module half a millimetre wide in print.
     *
     * @param title what a screen reader says, such as {@code Ticket 3 of 4}; becomes part of the file
     */
    public String svg(String title) {
        return Svg.of(modules, title);
    }

    @Override
    public String toString() {
        return "QrCode[" + size() + " modules]";
    }
}
