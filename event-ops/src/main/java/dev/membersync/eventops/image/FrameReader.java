package dev.membersync.eventops.image;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPointCallback;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads the QR codes in a picture that a client sent. Whatever the bytes: no exception, some 64 MiB of heap for a
 * moment and as much again outside it for a progressive JPEG, and work that has a bound. Safe for several threads; a server limits how many pictures it reads at once.
 */
public final class FrameReader {
    /** The most bytes that are looked at. */
    public static final int MAX_BYTES = 8 << 20;
    /** The most pixels: 12 megapixels, what telephones take. */
    public static final int MAX_PIXELS = 12_500_000;
    /** The longest side, in pixels. */
    public static final int MAX_SIDE = 8192;

    /** The search is cubic in what looks like the corner of a code; a picture of a few codes has some tens. */
    private static final int MAX_CORNERS = 64;

    private interface Search {
        Result[] results(BinaryBitmap bitmap, Map<DecodeHintType, Object> hints) throws ReaderException;
    }

    private static final Search ALL = (bitmap, hints) -> new QRCodeMultiReader().decodeMultiple(bitmap, hints);
    /** Where several codes seem to be and confuse, the likeliest may be one. */
    private static final Search ONE = (bitmap, hints) -> new Result[] {new QRCodeReader().decode(bitmap, hints)};

    private static final class TooBusy extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private FrameReader() {}

    /**
     * Reads a picture.
     *
     * @param picture a PNG or JPEG file
     */
    public static FrameReading read(byte[] picture) {
        if (picture.length > MAX_BYTES) {
            return new FrameReading.Refused(FrameReading.Why.TOO_LARGE);
        }
        try {
            return new FrameReading.Texts(texts(Picture.luminance(picture)));
        } catch (Picture.Refusal e) {
            return new FrameReading.Refused(e.why());
        } catch (TooBusy e) {
            return new FrameReading.Refused(FrameReading.Why.TOO_BUSY);
        }
    }

    private static List<String> texts(LuminanceSource source) {
        boolean busy = false;
        for (LuminanceSource size : List.of(source, Smaller.of(source))) {
            // Local thresholds see through shadows, global ones through blur.
            for (Binarizer light : List.of(new HybridBinarizer(size), new GlobalHistogramBinarizer(size))) {
                for (Search search : List.of(ALL, ONE)) {
                    try {
                        List<String> found = tried(search, light, thorough());
                        if (!found.isEmpty()) {
                            return found;
                        }
                    } catch (TooBusy e) {
                        busy = true;
                    }
                }
            }
        }
        // A picture that is the code and nothing else needs no search, and may be as small as a pixel for a module.
        List<String> pure = tried(ONE, new HybridBinarizer(source), Map.of(DecodeHintType.PURE_BARCODE, true));
        if (pure.isEmpty() && busy) {
            throw new TooBusy();
        }
        return pure;
    }

    /** To look everywhere, and to stop when there is too much to see. */
    private static Map<DecodeHintType, Object> thorough() {
        AtomicInteger corners = new AtomicInteger();
        ResultPointCallback count = point -> {
            if (corners.incrementAndGet() > MAX_CORNERS) {
                throw new TooBusy();
            }
        };
        return Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.NEED_RESULT_POINT_CALLBACK, count);
    }

    private static List<String> tried(Search search, Binarizer light, Map<DecodeHintType, Object> hints) {
        try {
            return Arrays.stream(search.results(new BinaryBitmap(light), hints))
                    .flatMap(result -> Optional.ofNullable(result.getText()).stream())
                    .distinct()
                    .toList();
        } catch (TooBusy e) {
            throw e;
        } catch (ReaderException | RuntimeException e) {
            // A stranger chooses the picture: what the decoder trips over is no code that can be read.
            return List.of();
        }
    }
}
