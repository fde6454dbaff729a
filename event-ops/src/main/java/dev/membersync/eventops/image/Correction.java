package dev.membersync.eventops.image;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/** How much of a QR code may be dirty or torn; more makes it larger. */
public enum Correction {
    /** About 15 %: the default, for screens and good print. */
    MEDIUM(ErrorCorrectionLevel.M),
    /** About 25 %: for badges and wristbands. */
    QUARTILE(ErrorCorrectionLevel.Q),
    /** About 30 %. */
    HIGH(ErrorCorrectionLevel.H);

    private final ErrorCorrectionLevel level;

    Correction(ErrorCorrectionLevel level) {
        this.level = level;
    }

    ErrorCorrectionLevel level() {
        return level;
    }
}
