package dev.membersync.eventops.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketBodyTest {
    private static final Serial SERIAL = new Serial("00112233445566778899");
    private static final Instant MINUTE = Instant.parse("2027-02-26T00:01:00Z");

    private static byte[] bytes(int flags, int from, int until) {
        return ByteBuffer.wrap(TicketBody.of(SERIAL, 7, 3).bytes())
                .put(1, (byte) flags)
                .putInt(22, from)
                .putInt(26, until)
                .array();
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "1,0,0", "2,5,0", "2,0,5", "2,5,6", "3,-2,-1", "2,1,-1"})
    void theWindowFlagStandsExactlyWhenThereIsAWindow(int flags, int from, int until) {
        byte[] bytes = bytes(flags, from, until);
        assertThat(TicketBody.parse(bytes))
                .hasValueSatisfying(body -> assertThat(body.bytes()).isEqualTo(bytes));
    }

    @ParameterizedTest
    @CsvSource({"2,0,0", "0,5,0", "0,0,5", "1,5,6", "2,5,5", "2,6,5", "2,-1,1", "4,0,0", "8,0,0", "128,0,0", "6,5,6"})
    void otherFlagsAndWindowsAreNoBody(int flags, int from, int until) {
        assertThat(TicketBody.parse(bytes(flags, from, until))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3, 255})
    void anotherVersionIsNoBody(int version) {
        byte[] bytes = bytes(0, 0, 0);
        bytes[0] = (byte) version;
        assertThat(TicketBody.parse(bytes)).isEmpty();
    }

    @Test
    void instantsOfNoWholeMinuteAreRefused() {
        TicketBody body = TicketBody.of(SERIAL, 7, 3);
        assertThatThrownBy(() -> body.valid(MINUTE.plusSeconds(1), null)).hasMessageContaining("no whole minute");
        assertThatThrownBy(() -> body.valid(null, MINUTE.plusNanos(1))).hasMessageContaining("no whole minute");
    }

    @Test
    void instantsThatDoNotFitAreRefused() {
        TicketBody body = TicketBody.of(SERIAL, 7, 3);
        assertThatThrownBy(() -> body.valid(Instant.EPOCH, null)).hasMessageContaining("does not fit");
        assertThatThrownBy(() -> body.valid(Instant.ofEpochSecond(-60), null)).hasMessageContaining("does not fit");
        assertThatThrownBy(() -> body.valid(null, Instant.ofEpochSecond(0x1_0000_0000L * 60)))
                .hasMessageContaining("does not fit");
    }

    @Test
    void aWindowThatEndsBeforeItBeginsIsRefused() {
        TicketBody body = TicketBody.of(SERIAL, 7, 3);
        assertThatThrownBy(() -> body.valid(MINUTE, MINUTE)).hasMessageContaining("is not before");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65536})
    void numbersThatDoNotFitAreRefused(int number) {
        TicketBody body = TicketBody.of(SERIAL, 7, 3);
        assertThatThrownBy(() -> body.withGeneration(number)).hasMessageContaining("generation");
        assertThatThrownBy(() -> body.withAccess(number, 1)).hasMessageContaining("class");
        assertThatThrownBy(() -> body.withAccess(1, number)).hasMessageContaining("mask");
    }
}
