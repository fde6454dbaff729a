package dev.membersync.eventops.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SerialTest {
    @Test
    void bytesComeBackAsTheyWent() {
        byte[] bytes = {0, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, (byte) 0x88, (byte) 0x99};
        assertThat(Serial.of(bytes).hex()).isEqualTo("00112233445566778899");
        assertThat(Serial.of(bytes).bytes()).isEqualTo(bytes);
    }

    @Test
    void anotherLengthIsRefused() {
        assertThatThrownBy(() -> new Serial("0011")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Serial("0011223344556677889A")).isInstanceOf(IllegalArgumentException.class);
    }
}
