package dev.membersync.eventops.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VendorBarcodeTest {
    private static final String BARCODE = "3f9A-77c1_00~x";

    private final TicketReader reader = TicketReader.of(Example.ring()).withBarcodes();

    private Reading read(String scanned) {
        return reader.read(scanned, Example.EVENT, Example.NOW);
    }

    @Test
    void itComesByteForByte() {
        assertThat(read("\\000026" + BARCODE + "\r\n")).isEqualTo(new Reading.Barcode(new VendorBarcode(BARCODE)));
    }

    @Test
    void aSignedTicketIsStillRead() {
        assertThat(read(Example.TEXT)).isInstanceOf(Reading.Genuine.class);
    }

    @Test
    void aDamagedTicketIsNotTakenForABarcode() {
        assertThat(read("mt1" + BARCODE)).isEqualTo(new Reading.Refused(Refusal.MALFORMED, null));
        assertThat(read("X" + Example.TEXT)).isEqualTo(new Reading.Refused(Refusal.MALFORMED, null));
    }

    @Test
    void aReaderWithoutBarcodesTakesNone() {
        assertThat(Example.read(BARCODE)).isEqualTo(new Reading.Refused(Refusal.MALFORMED, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a\n",
                "é",
                "MT1ABC",
                "mt1abc",
                "\\000026abc",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void whatAScannerWouldChangeIsRefused(String value) {
        assertThatThrownBy(() -> new VendorBarcode(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itPrintsWithoutItsValue() {
        assertThat(read(BARCODE).toString()).doesNotContain(BARCODE);
    }
}
