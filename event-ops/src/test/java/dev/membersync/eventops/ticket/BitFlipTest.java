package dev.membersync.eventops.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One wrong bit, anywhere, is never a ticket. */
class BitFlipTest {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int PREFIX = 3;

    static IntStream byteIndexes() {
        return IntStream.range(0, 96);
    }

    @ParameterizedTest
    @MethodSource("byteIndexes")
    void everyFlipOfTheBytesIsRefusedForItsReason(int index) {
        for (int bit = 0; bit < Byte.SIZE; bit++) {
            byte[] bytes = HexFormat.of().parseHex(Example.BODY + Example.SIGNATURE);
            bytes[index] ^= (byte) (1 << bit);
            Reading reading = Example.read("MT1" + Base32.encode(bytes));
            assertThat(reading)
                    .as("byte %d bit %d", index, bit)
                    .isEqualTo(new Reading.Refused(expected(bytes, index, bit), null));
        }
    }

    private static Refusal expected(byte[] bytes, int index, int bit) {
        if (index == 0 || (index == 1 && bit != 0)) {
            return Refusal.MALFORMED;
        }
        if (index == 2 || index == 3) {
            return Refusal.UNKNOWN_KEY;
        }
        ByteBuffer window = ByteBuffer.wrap(bytes, 22, 8);
        return Integer.compareUnsigned(window.getInt(), window.getInt()) < 0
                ? Refusal.BAD_SIGNATURE
                : Refusal.MALFORMED;
    }

    static IntStream charIndexes() {
        return IntStream.range(0, Example.TEXT.length());
    }

    @ParameterizedTest
    @MethodSource("charIndexes")
    void everyFlipOfTheTextIsRefusedUnlessItOnlyChangesTheCaseOfALetter(int index) {
        char original = Example.TEXT.charAt(index);
        for (int bit = 0; bit < Character.SIZE; bit++) {
            char flipped = (char) (original ^ 1 << bit);
            Reading reading =
                    Example.read(Example.TEXT.substring(0, index) + flipped + Example.TEXT.substring(index + 1));
            if (Character.isLetter(original) && 1 << bit == 0x20) {
                assertThat(reading).isInstanceOf(Reading.Genuine.class);
            } else {
                assertThat(Example.refusal(reading))
                        .as("char %d bit %d", index, bit)
                        .isIn(possible(index, flipped));
            }
        }
    }

    private static Set<Refusal> possible(int index, char flipped) {
        int lastDigit = Example.TEXT.length() - 1;
        boolean digit = ALPHABET.indexOf(flipped) >= 0 || (flipped >= 'a' && flipped <= 'z');
        if (!digit || index < PREFIX) {
            return Set.of(Refusal.MALFORMED);
        }
        int firstOfSignature = PREFIX + (TicketBody.LENGTH * Byte.SIZE + 4) / 5;
        if (index >= firstOfSignature && index < lastDigit) {
            return Set.of(Refusal.BAD_SIGNATURE);
        }
        return Set.of(Refusal.MALFORMED, Refusal.UNKNOWN_KEY, Refusal.BAD_SIGNATURE);
    }

    @Test
    void everySpellingOfTheLastPadBitsButOneIsRefused() {
        String start = Example.TEXT.substring(0, Example.TEXT.length() - 1);
        assertThat(Example.TEXT).endsWith("Y");
        for (char other : new char[] {'Z', '2', '3'}) {
            assertThat(Example.refusal(Example.read(start + other))).isEqualTo(Refusal.MALFORMED);
        }
    }
}
