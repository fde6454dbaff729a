package dev.membersync.eventops.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.eventops.ticket.Serial;
import dev.membersync.eventops.ticket.TicketBody;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {
    static final String TICKET =
            "MT1AEBAAAJK2JCKGAAREIZUIVLGO6EJSAAHAAAADSVN4AA4VPWAAABSEZEI4HL5NLLSRTUCLULYPLOIHZUP2XEN7S"
                    + "OKURHFXLFPMZAZN4Q5IHOFEUN75UUCG3NSORGXITF6RVQIK66K7MUBPV7KGQEOWUXJBY";

    @ParameterizedTest
    @CsvSource({
        "157,MEDIUM,45",
        "157,QUARTILE,49",
        "158,QUARTILE,53",
        "80,MEDIUM,33",
        "80,QUARTILE,37",
        "29,MEDIUM,25",
        "29,QUARTILE,25"
    })
    void aTextTakesSoManyModules(int characters, Correction correction, int modules) {
        String text = TICKET.repeat(2).substring(0, characters);
        assertThat(QrCode.of(text, correction).size()).isEqualTo(modules);
    }

    @Test
    void theQuietZoneIsFourModulesWide() {
        BufferedImage image = Pictures.of(QrCode.of(TICKET).png(1));
        assertThat(image.getWidth()).isEqualTo(45 + 8);
        assertThat(image.getHeight()).isEqualTo(45 + 8);
        for (int along = 0; along < 53; along++) {
            for (int edge : new int[] {0, 3, 49, 52}) {
                assertThat(image.getRGB(along, edge)).isEqualTo(0xffffffff);
                assertThat(image.getRGB(edge, along)).isEqualTo(0xffffffff);
            }
        }
        assertThat(image.getRGB(4, 4)).isEqualTo(0xff000000);
    }

    @Test
    void aPngHasOneBitForEachPixel() {
        byte[] png = QrCode.of(TICKET).png();
        assertThat(Pictures.of(png).getColorModel().getPixelSize()).isEqualTo(1);
        assertThat(Pictures.of(png).getWidth()).isEqualTo(53 * QrCode.PIXELS);
        assertThat(png).hasSizeLessThan(4096).isEqualTo(QrCode.of(TICKET).png());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65})
    void modulesOfNoSensibleSizeAreRefused(int pixels) {
        QrCode code = QrCode.of(TICKET);
        assertThatThrownBy(() -> code.png(pixels)).hasMessageContaining("1 to 64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "é", "a\n", "\0"})
    void whatIsNoPrintableAsciiIsRefused(String text) {
        assertThatThrownBy(() -> QrCode.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTextThatFitsNoCodeIsRefusedWithoutBeingRepeated() {
        String text = TICKET.repeat(40);
        assertThatThrownBy(() -> QrCode.of(text))
                .hasMessageContaining("fits no QR code")
                .hasMessageNotContaining(TICKET);
    }

    @Test
    void aFileNameIsSerialAndGeneration() {
        TicketBody body =
                TicketBody.of(new Serial("00112233445566778899"), 7, 3).withGeneration(2);
        assertThat(QrCode.fileName(body, "png")).isEqualTo("ticket-00112233445566778899-2.png");
    }
}
