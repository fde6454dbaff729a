package dev.membersync.eventops.ticket;

import java.time.Instant;
import java.time.InstantSource;

/** The published example: one event, one key, one ticket, and what they come to. */
final class Example {
    static final String EVENT = "spring-summit-2027";
    static final Instant NOW = Instant.parse("2027-02-27T10:00:00Z");
    static final InstantSource CLOCK = InstantSource.fixed(NOW);
    static final Instant KEY_FROM = Instant.parse("2027-01-01T00:00:00Z");
    static final Instant KEY_TO = Instant.parse("2027-03-02T00:00:00Z");
    static final String PUBLIC_KEY = "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8";
    static final String BODY = "010200012ad244a3001122334455667788990007000001caade001cabec00003";
    static final String SIGNATURE = "226488e1d7d6ad728ce825d1787adc83e68fd5c8dfc9caa44e5bacaf664196f2"
            + "1d41dc5251bfed28236db2744d744cbe8d60857bcafb2817d7ea3408eb52e90e";
    static final String TEXT =
            "MT1AEBAAAJK2JCKGAAREIZUIVLGO6EJSAAHAAAADSVN4AA4VPWAAABSEZEI4HL5NLLSRTUCLULYPLOIHZUP2XEN7S"
                    + "OKURHFXLFPMZAZN4Q5IHOFEUN75UUCG3NSORGXITF6RVQIK66K7MUBPV7KGQEOWUXJBY";
    static final String MAC = "bc67002d65e9d12febe353b3d2bd1f3c";

    private static final TicketReader READER = TicketReader.of(ring());

    private Example() {}

    static byte[] seed(int first) {
        byte[] seed = new byte[SeedKeys.SEED_LENGTH];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (byte) (first + i);
        }
        return seed;
    }

    static KeyRecord key(int keyId, String publicKey, String eventId) {
        Algorithm algorithm = publicKey.isEmpty() ? Algorithm.HMAC16 : Algorithm.ED25519;
        return new KeyRecord(keyId, algorithm, publicKey, eventId, KEY_FROM, KEY_TO, KeyState.ACTIVE);
    }

    static SeedKeys keys() {
        SeedKeys keys = SeedKeys.create();
        keys.add(1, Algorithm.ED25519, seed(0));
        return keys;
    }

    static KeyRing ring() {
        return KeyRing.empty().with(key(1, PUBLIC_KEY, EVENT));
    }

    static TicketIssuer issuer() {
        return TicketIssuer.of(ring(), keys(), CLOCK);
    }

    static TicketBody body() {
        return TicketBody.of(new Serial("00112233445566778899"), 7, 3)
                .valid(Instant.parse("2027-02-26T00:00:00Z"), Instant.parse("2027-03-01T00:00:00Z"));
    }

    static Ticket ticket() {
        return issuer().issue(EVENT, body());
    }

    static Reading read(String text) {
        return READER.read(text, EVENT, NOW);
    }

    static Refusal refusal(Reading reading) {
        return ((Reading.Refused) reading).why();
    }
}
