package dev.membersync.eventops.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketReaderTest {
    private static final String OTHER_EVENT = "autumn-gala-2027";

    private final SeedKeys keys = Example.keys();

    private static void genuine(String scanned) {
        assertThat(Example.read(scanned)).isEqualTo(new Reading.Genuine(Example.ticket()));
    }

    private static void refused(Reading reading, Refusal why) {
        assertThat(reading).isEqualTo(new Reading.Refused(why, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s\r\n", "\\000026%s", "\\000026%s\u001d", " \t%s\0", "\u007f%s", "\0\0%s\n\n"})
    void whatScannersAddIsRemoved(String form) {
        genuine(form.formatted(Example.TEXT));
    }

    @Test
    void blanksBetweenTheCharactersAreRemoved() {
        genuine(Example.TEXT.replaceAll("(.{4})", "$1 "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\000026\\000026%s",
                "\\00026%s",
                " \\000026%s",
                "\\0000a6%s",
                "%s\\000026",
                "]Q1%s",
                "-%s",
                "%s=",
                "\u00a0%s",
                "%s\u200b",
                "\u2028%s",
                "\ufeff%s",
                "\ud83c%s",
                "\ud83c\udf9f%s"
            })
    void nothingElseIsRemoved(String form) {
        refused(Example.read(form.formatted(Example.TEXT)), Refusal.MALFORMED);
    }

    @Test
    void lowerCaseIsTheSameTicketWhateverTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            genuine(Example.TEXT.toLowerCase(Locale.ROOT));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0131", "\u017f", "\u212a", "\uff21", "0", "1", "8", "9", "-", "="})
    void otherCharactersAreNotTakenForOnesOfTheAlphabet(String other) {
        refused(Example.read(Example.TEXT.substring(0, 100) + other + Example.TEXT.substring(101)), Refusal.MALFORMED);
    }

    /** A ticket whose text holds both letters and does not end with one of them. */
    private static Ticket tellingTicket() {
        return IntStream.range(0, 100)
                .mapToObj(generation ->
                        Example.issuer().issue(Example.EVENT, Example.body().withGeneration(generation)))
                .filter(ticket -> ticket.text().matches(".*Y.*Z.*[^YZ]"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aKeyboardWithYAndZExchangedIsUnderstood() {
        Ticket ticket = tellingTicket();
        String typed = ticket.text()
                .toLowerCase(Locale.ROOT)
                .replace('z', '_')
                .replace('y', 'z')
                .replace('_', 'y');
        assertThat(Example.read(typed)).isEqualTo(new Reading.Genuine(ticket));
    }

    @Test
    void theExchangeCanStillEndInTheWrongEvent() {
        Ticket ticket = tellingTicket();
        Reading reading =
                TicketReader.of(Example.ring()).read(ScannedText.exchanged(ticket.text()), OTHER_EVENT, Example.NOW);
        assertThat(reading).isEqualTo(new Reading.Refused(Refusal.WRONG_EVENT, ticket));
    }

    @Test
    void theExchangeChangesNothingUnlessTheSignatureIsThenGood() {
        String forged = tellingTicket().text().replaceFirst("AEBAAAJK2J", "AEBAAAJK2K");
        refused(Example.read(forged), Refusal.BAD_SIGNATURE);
        refused(Example.read(ScannedText.exchanged(forged)), Refusal.BAD_SIGNATURE);
    }

    /** Only a bad signature leads to the exchange, and a Z in the last place has pad bits that are not 0. */
    @Test
    void aMalformedTextIsNotExchanged() {
        assertThat(Example.TEXT).endsWith("Y");
        refused(Example.read(ScannedText.exchanged(Example.TEXT)), Refusal.MALFORMED);
    }

    @Test
    void lengthsOfNoAlgorithmAreMalformed() {
        for (int length = 0; length < 130; length++) {
            if (length == 48 || length == 96) {
                continue;
            }
            byte[] bytes = new byte[length];
            System.arraycopy(Example.body().under(key()).bytes(), 0, bytes, 0, Math.min(length, TicketBody.LENGTH));
            refused(Example.read("MT1" + Base32.encode(bytes)), Refusal.MALFORMED);
        }
    }

    @Test
    void theLengthOfAnotherAlgorithmThanTheKeysIsMalformed() {
        String shorter = TicketText.of(Example.body().under(key()), new byte[16]);
        refused(Example.read(shorter), Refusal.MALFORMED);
    }

    @Test
    void anUnknownKeyIsNamedBeforeTheSignatureIsLookedAt() {
        refused(TicketReader.of(KeyRing.empty()).read(Example.TEXT, Example.EVENT, Example.NOW), Refusal.UNKNOWN_KEY);
    }

    @Test
    void keyZeroIsUnknown() {
        TicketBody body = Example.body();
        refused(Example.read(TicketText.of(body, new byte[64])), Refusal.UNKNOWN_KEY);
    }

    @Test
    void versionAndFlagsComeBeforeTheKey() {
        byte[] bytes = Example.body().bytes();
        bytes[0] = 2;
        refused(
                Example.read(
                        "MT1" + Base32.encode(ByteBuffer.allocate(96).put(bytes).array())),
                Refusal.MALFORMED);
    }

    @Test
    void aGoodTicketOfAnotherEventIsNamedAsThat() {
        Reading reading = TicketReader.of(Example.ring()).read(Example.TEXT, OTHER_EVENT, Example.NOW);
        assertThat(reading).isEqualTo(new Reading.Refused(Refusal.WRONG_EVENT, Example.ticket()));
    }

    @Test
    void aTicketIsNotGoodUnderTheSameKeyForAnotherEvent() {
        KeyRing ring = KeyRing.empty().with(Example.key(1, Example.PUBLIC_KEY, OTHER_EVENT));
        refused(TicketReader.of(ring).read(Example.TEXT, OTHER_EVENT, Example.NOW), Refusal.BAD_SIGNATURE);
    }

    @Test
    void theEventTagIsComparedAfterTheSignature() {
        TicketBody body = new TicketBody(false, 1, 77, Example.body().serial(), 7, 0, null, null, 3);
        byte[] signature = keys.sign(key(), TicketIssuer.message(key(), body));
        Reading reading = Example.read(TicketText.of(body, signature));
        assertThat(Example.refusal(reading)).isEqualTo(Refusal.MALFORMED);
        signature[0] ^= 1;
        refused(Example.read(TicketText.of(body, signature)), Refusal.BAD_SIGNATURE);
    }

    @Test
    void aTicketOfARevokedKeyIsSentToTheHelpDesk() {
        Reading reading = TicketReader.of(Example.ring().revoke(1)).read(Example.TEXT, Example.EVENT, Example.NOW);
        assertThat(reading).isInstanceOfSatisfying(Reading.Refused.class, refused -> {
            assertThat(refused.why()).isEqualTo(Refusal.KEY_REVOKED);
            assertThat(refused.ticket().body()).isEqualTo(Example.ticket().body());
        });
    }

    @Test
    void theWrongEventIsNamedBeforeTheRevokedKey() {
        Reading reading = TicketReader.of(Example.ring().revoke(1)).read(Example.TEXT, OTHER_EVENT, Example.NOW);
        assertThat(Example.refusal(reading)).isEqualTo(Refusal.WRONG_EVENT);
    }

    @Test
    void aKeyCountsFromItsFirstInstantToItsLast() {
        TicketReader reader = TicketReader.of(Example.ring());
        for (Instant in : new Instant[] {Example.KEY_FROM, Example.KEY_TO}) {
            assertThat(reader.read(Example.TEXT, Example.EVENT, in)).isInstanceOf(Reading.Genuine.class);
        }
        for (Instant out : new Instant[] {Example.KEY_FROM.minusNanos(1), Example.KEY_TO.plusNanos(1)}) {
            assertThat(Example.refusal(reader.read(Example.TEXT, Example.EVENT, out)))
                    .isEqualTo(Refusal.KEY_REVOKED);
        }
    }

    @Test
    void aMaskOfNothingIsReadAndAdmitsNowhere() {
        TicketBody body = TicketBody.of(Example.body().serial(), 7, 0).under(key());
        String text = TicketText.of(body, keys.sign(key(), TicketIssuer.message(key(), body)));
        assertThat(((Reading.Genuine) Example.read(text)).ticket().body().accessMask())
                .isZero();
    }

    @Test
    void aTicketPrintsWithoutItsText() {
        assertThat(Example.read(Example.TEXT).toString()).doesNotContain(Example.TEXT);
    }

    private static KeyRecord key() {
        return Example.ring().active(Example.EVENT);
    }
}
