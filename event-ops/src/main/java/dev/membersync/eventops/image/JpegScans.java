package dev.membersync.eventops.image;

/** How often a JPEG draws over itself: a small file can make a decoder go over a large picture thousands of times. */
final class JpegScans {
    /** A progressive picture has about ten, and its preview in the header as many. */
    private static final int MOST = 40;

    private static final byte MARKER = (byte) 0xff;
    private static final byte IMAGE = (byte) 0xd8;
    private static final byte SCAN = (byte) 0xda;

    private JpegScans() {}

    static boolean claimed(byte[] picture) {
        return picture.length > 2 && picture[0] == MARKER && picture[1] == IMAGE && picture[2] == MARKER;
    }

    static void check(byte[] picture) throws Picture.Refusal {
        int scans = 0;
        for (int i = 1; i < picture.length; i++) {
            // Inside a scan 0xff is always followed by something else, so this counts each one, and seldom one too
            // many.
            if (picture[i - 1] == MARKER && picture[i] == SCAN && ++scans > MOST) {
                throw new Picture.Refusal(FrameReading.Why.TOO_LARGE);
            }
        }
    }
}
