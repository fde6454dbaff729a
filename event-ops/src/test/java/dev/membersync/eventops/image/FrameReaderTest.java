package dev.membersync.eventops.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {
    private static final String TICKET = QrCodeTest.TICKET;
    private static final int PNG_HEADER = 8 + 25;

    private static BufferedImage code(String text, int pixels) {
        return Pictures.of(QrCode.of(text).png(pixels));
    }

    private static void reads(byte[] picture, String... texts) {
        assertThat(FrameReader.read(picture))
                .isInstanceOfSatisfying(
                        FrameReading.Texts.class,
                        found -> assertThat(found.texts()).containsExactlyInAnyOrder(texts));
    }

    private static void refuses(byte[] picture, FrameReading.Why why) {
        assertThat(FrameReader.read(picture)).isEqualTo(new FrameReading.Refused(why));
    }

    @ParameterizedTest
    @EnumSource(Correction.class)
    void everySizeOfPrintIsReadBack(Correction correction) {
        for (int pixels = 1; pixels <= 12; pixels++) {
            reads(QrCode.of(TICKET, correction).png(pixels), TICKET);
        }
    }

    /** Blurred over half a module. */
    @ParameterizedTest
    @CsvSource({"6,3", "8,3", "10,5", "12,5"})
    void aBlurredPrintIsReadBack(int pixels, int blur) {
        for (Correction correction : Correction.values()) {
            BufferedImage sharp = Pictures.of(QrCode.of(TICKET, correction).png(pixels));
            reads(Pictures.file(Pictures.blurred(sharp, blur), "png"), TICKET);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {8, 20270304})
    void everyKindOfTextIsReadBackSharpAndBlurred(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 20; round++) {
            StringBuilder text = new StringBuilder(round % 2 == 0 ? "MT1" : "v-");
            int length = new int[] {154, 77, 12, 36}[round % 4];
            for (int i = 0; i < length; i++) {
                text.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(random.nextInt(32)));
            }
            BufferedImage sharp = code(text.toString(), QrCode.PIXELS);
            reads(Pictures.file(sharp, "png"), text.toString());
            reads(Pictures.file(Pictures.blurred(sharp, 5), "png"), text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 15, 45, 90, 180, 278})
    void aPhotographAtAnAngleIsReadBack(double degrees) {
        BufferedImage wall = Pictures.wall(1024, 768, degrees, code(TICKET, 8));
        reads(Pictures.file(Pictures.blurred(wall, 3), "jpeg"), TICKET);
    }

    @Test
    void severalCodesInOneFrameAreAllRead() {
        BufferedImage wall = Pictures.wall(1200, 500, 5, code(TICKET, 5), code("4711-A", 8), code(TICKET, 5));
        reads(Pictures.file(wall, "jpeg"), TICKET, "4711-A");
    }

    @Test
    void aFrameOfTwelveMegapixelsIsReadBack() {
        BufferedImage wall = Pictures.wall(4032, 3024, 10, code(TICKET, 16));
        reads(Pictures.file(wall, "jpeg"), TICKET);
    }

    @Test
    void aCodeOnNothingIsReadAsOnWhite() {
        reads(Pictures.file(Pictures.transparent(code(TICKET, 4)), "png"), TICKET);
    }

    @Test
    void anEmptyFrameHasNoTexts() {
        reads(Pictures.file(Pictures.wall(640, 480, 0), "jpeg"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "bmp"})
    void otherFormatsAreNotLookedAt(String format) {
        refuses(Pictures.file(code(TICKET, 4), format), FrameReading.Why.UNREADABLE);
    }

    @Test
    void bytesThatAreNoPictureAreUnreadable() {
        refuses(new byte[0], FrameReading.Why.UNREADABLE);
        refuses(new byte[10_000], FrameReading.Why.UNREADABLE);
        refuses(TICKET.getBytes(StandardCharsets.US_ASCII), FrameReading.Why.UNREADABLE);
    }

    @Test
    void moreBytesThanAFrameHasAreNotLookedAt() {
        refuses(new byte[FrameReader.MAX_BYTES + 1], FrameReading.Why.TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({"60000,60000", "2147483647,2147483647", "8193,1", "1,8193", "4000,4000"})
    void aSmallFileOfAHugePictureIsNotDecoded(int width, int height) {
        byte[] png = Pictures.file(code(TICKET, 1), "png");
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        refuses(png, FrameReading.Why.TOO_LARGE);
    }

    @Test
    void aHugeJpegIsNotDecoded() {
        byte[] jpeg = Pictures.file(code(TICKET, 1), "jpeg");
        for (int i = 0; i < jpeg.length - 8; i++) {
            if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) 0xc0) {
                ByteBuffer.wrap(jpeg).putShort(i + 5, (short) 60_000).putShort(i + 7, (short) 60_000);
            }
        }
        refuses(jpeg, FrameReading.Why.TOO_LARGE);
    }

    @Test
    void aJpegThatDrawsOverItselfTooOftenIsNotDecoded() {
        byte[] jpeg = Pictures.file(code(TICKET, 1), "jpeg");
        byte[] scans = new byte[jpeg.length + 200];
        System.arraycopy(jpeg, 0, scans, 0, jpeg.length);
        for (int i = jpeg.length; i < scans.length; i += 2) {
            scans[i] = (byte) 0xff;
            scans[i + 1] = (byte) 0xda;
        }
        refuses(scans, FrameReading.Why.TOO_LARGE);
    }

    @Test
    void compressedTextsInAPngNeverReachTheDecoder() throws Picture.Refusal {
        byte[] png = palettePng();
        byte[] bombed = bombed(png, 1000);
        assertThat(PngChunks.needed(bombed)).isEqualTo(png);
        reads(bombed, TICKET);
    }

    /** The JDK makes room for what an unknown part of a picture with a palette says that it has. */
    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, 100_000, -1, Integer.MIN_VALUE})
    void aPartThatSaysItIsLongerThanTheFileNeverReachesTheDecoder(int length) {
        byte[] lying = bombed(palettePng(), 1);
        ByteBuffer.wrap(lying).putInt(PNG_HEADER, length);
        assertThatThrownBy(() -> PngChunks.needed(lying)).isInstanceOf(Picture.Refusal.class);
        refuses(lying, FrameReading.Why.UNREADABLE);
    }

    private static byte[] palettePng() {
        BufferedImage palette = new BufferedImage(212, 212, BufferedImage.TYPE_BYTE_INDEXED);
        Graphics2D graphics = palette.createGraphics();
        graphics.drawImage(code(TICKET, 4), 0, 0, null);
        graphics.dispose();
        return Pictures.file(palette, "png");
    }

    private static byte[] bombed(byte[] png, int bombs) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(new byte[250_000]);
        deflater.finish();
        byte[] data = new byte[1000];
        data[0] = 'k';
        int length = 3 + deflater.deflate(data, 3, data.length - 3);
        deflater.end();
        byte[] bomb = chunk("zTXt", Arrays.copyOf(data, length));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(png, 0, PNG_HEADER);
        for (int i = 0; i < bombs; i++) {
            out.writeBytes(bomb);
        }
        out.write(png, PNG_HEADER, png.length - PNG_HEADER);
        return out.toByteArray();
    }

    private static byte[] chunk(String name, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(data.length + 12)
                .putInt(data.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(data);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, data.length + 4);
        return chunk.putInt((int) crc.getValue()).array();
    }

    @Test
    void aWallOfCornersIsNotSearched() {
        BufferedImage wall = new BufferedImage(1600, 1600, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = wall.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 1600, 1600);
        for (int y = 10; y < 1570; y += 36) {
            for (int x = 10; x < 1570; x += 36) {
                graphics.setColor(Color.BLACK);
                graphics.fillRect(x, y, 28, 28);
                graphics.setColor(Color.WHITE);
                graphics.fillRect(x + 4, y + 4, 20, 20);
                graphics.setColor(Color.BLACK);
                graphics.fillRect(x + 8, y + 8, 12, 12);
            }
        }
        graphics.dispose();
        refuses(Pictures.file(wall, "png"), FrameReading.Why.TOO_BUSY);
    }

    @ParameterizedTest
    @CsvSource({"png,9", "jpeg,10", "png,20270305", "jpeg,20270306"})
    void aDamagedFileIsAnAnswer(String format, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] file = Pictures.file(code(TICKET, 2), format);
        for (int round = 0; round < (Boolean.getBoolean("heavy") ? 2000 : 50); round++) {
            byte[] damaged = Arrays.copyOf(file, 1 + random.nextInt(file.length + 20));
            for (int i = random.nextInt(8); i > 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            assertThat(FrameReader.read(damaged))
                    .as("seed %d round %d", seed, round)
                    .isNotNull();
        }
    }

    @Test
    void whatWasReadPrintsWithoutTheTexts() {
        assertThat(new FrameReading.Texts(List.of(TICKET))).hasToString("Texts[1]");
    }
}
