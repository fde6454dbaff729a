package dev.membersync.eventops.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes from the scanner: an answer, and never admission. */
class FuzzTest {
    private static final int ROUNDS = Boolean.getBoolean("heavy") ? 20_000 : 1_000;
    private static final String SPICE = "\0\\\u007f \t\r\n\u001dıſKß\ud800\udc00\ud83c\ufeff\u200b\uffff0189=-";

    @ParameterizedTest
    @ValueSource(longs = {1, 20270226})
    void junkIsRefused(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String junk = junk(random, random.nextInt(round % 50 == 0 ? 10_240 : 200));
            assertThat(Example.read(junk)).as("seed %d round %d", seed, round).isInstanceOf(Reading.Refused.class);
            assertThat(Example.read("MT1" + junk)).isInstanceOf(Reading.Refused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 20270227})
    void aDamagedTicketIsRefused(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String damaged = damaged(random);
            boolean same = ScannedText.fold(ScannedText.clean(damaged)).equals(Example.TEXT);
            assertThat(Example.read(damaged))
                    .as("seed %d round %d", seed, round)
                    .isInstanceOf(same ? Reading.Genuine.class : Reading.Refused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 20270228})
    void randomBytesOfTheRightLengthAreRefused(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS / 5; round++) {
            byte[] bytes = new byte[random.nextBoolean() ? 96 : 48];
            random.nextBytes(bytes);
            byte[] head =
                    Example.body().under(Example.ring().active(Example.EVENT)).bytes();
            System.arraycopy(head, 0, bytes, 0, random.nextInt(head.length + 1));
            assertThat(Example.read("MT1" + Base32.encode(bytes))).isInstanceOf(Reading.Refused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 20270301})
    void everyTicketIsReadAsItWasIssued(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS / 10; round++) {
            Ticket ticket = Example.issuer().issue(Example.EVENT, body(random));
            assertThat(Example.read(ticket.text())).isEqualTo(new Reading.Genuine(ticket));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 20270302})
    void everyByteStringHasOneText(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = new byte[random.nextInt(100)];
            random.nextBytes(bytes);
            String text = Base32.encode(bytes);
            assertThat(Base32.decode(text))
                    .hasValueSatisfying(back -> assertThat(back).isEqualTo(bytes));
            String other = Base32.encode(Arrays.copyOf(bytes, bytes.length + 1)).substring(0, text.length());
            assertThat(other).isEqualTo(text);
        }
    }

    private static TicketBody body(SplittableRandom random) {
        TicketBody body = TicketBody.of(Serial.random(random), random.nextInt(0x10000), 1 + random.nextInt(0xffff))
                .withGeneration(random.nextInt(0xffff));
        long from = random.nextLong(1, 0x8000_0000L);
        return switch (random.nextInt(3)) {
            case 0 -> body;
            case 1 -> body.valid(Instant.ofEpochSecond(from * 60), null).asTest();
            default -> body.valid(null, Instant.ofEpochSecond(from * 120));
        };
    }

    private static String damaged(SplittableRandom random) {
        StringBuilder text = new StringBuilder(Example.TEXT);
        int edits = 1 + random.nextInt(3);
        for (int i = 0; i < edits && !text.isEmpty(); i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, junk(random, 1));
                case 2 -> text.setCharAt(at, Example.TEXT.charAt(random.nextInt(Example.TEXT.length())));
                default -> text.setLength(at + 1);
            }
        }
        return text.toString();
    }

    private static String junk(SplittableRandom random, int length) {
        StringBuilder junk = new StringBuilder();
        for (int i = 0; i < length; i++) {
            junk.append(
                    switch (random.nextInt(3)) {
                        case 0 -> (char) random.nextInt(0x10000);
                        case 1 -> SPICE.charAt(random.nextInt(SPICE.length()));
                        default -> Example.TEXT.charAt(random.nextInt(Example.TEXT.length()));
                    });
        }
        return junk.toString();
    }
}
