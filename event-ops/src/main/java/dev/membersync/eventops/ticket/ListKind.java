package dev.membersync.eventops.ticket;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Which of the two lists; each is signed for its own purpose, so that one never passes for the other.
 *
 * @param <E> what the list says of a serial
 */
public final class ListKind<E extends ListEntry> {
    /** Generations that count no more; never taken back. */
    public static final ListKind<Revocation> REVOCATIONS =
            new ListKind<>("revocations", Revocation.class, ListKind::bytes, ListKind::revocation);
    /** Tickets that are kept out for now. */
    public static final ListKind<Block> BLOCKS =
            new ListKind<>("blocks", Block.class, ListKind::bytes, ListKind::block);

    /** How many bytes an entry has before signing: serial 10, number 2, reason 2, milliseconds since 1970 UTC 6. */
    static final int ENTRY_LENGTH = 20;

    private static final int BLOCKED = 1;
    private static final Instant LAST = Instant.ofEpochMilli(0xffff_ffff_ffffL);

    private interface Form<E> {
        byte[] bytes(E entry);
    }

    private interface Parser<E> {
        Optional<E> entry(Serial serial, int number, int reason, Instant since);
    }

    private final String name;
    private final Class<E> type;
    private final Form<E> form;
    private final Parser<E> parser;

    private ListKind(String name, Class<E> type, Form<E> form, Parser<E> parser) {
        this.name = name;
        this.type = type;
        this.form = form;
        this.parser = parser;
    }

    @Override
    public String toString() {
        return name;
    }

    String purpose() {
        return "memberships-accelevents/" + name + "/v1";
    }

    E cast(ListEntry entry) {
        return type.cast(entry);
    }

    /** The 20 bytes of an entry, as a list and a ledger hold it. */
    public byte[] bytes(E entry) {
        return form.bytes(entry);
    }

    /** Reads the next 20 bytes; empty when they break a rule. */
    public Optional<E> entry(ByteBuffer in) {
        byte[] serial = new byte[Serial.LENGTH];
        in.get(serial);
        int number = Short.toUnsignedInt(in.getShort());
        int reason = Short.toUnsignedInt(in.getShort());
        long since = (Short.toUnsignedLong(in.getShort()) << Integer.SIZE) | Integer.toUnsignedLong(in.getInt());
        return parser.entry(Serial.of(serial), number, reason, Instant.ofEpochMilli(since));
    }

    /** In milliseconds, as 6 bytes hold them. */
    static Instant since(Instant since) {
        Instant cut = since.truncatedTo(ChronoUnit.MILLIS);
        if (cut.isBefore(Instant.EPOCH) || cut.isAfter(LAST)) {
            throw new IllegalArgumentException("an entry of a list is not of " + since);
        }
        return cut;
    }

    private static byte[] bytes(Revocation entry) {
        return bytes(entry.serial(), entry.minimum(), entry.reason().code(), entry.since());
    }

    private static byte[] bytes(Block entry) {
        return bytes(entry.serial(), entry.blocked() ? BLOCKED : 0, 0, entry.since());
    }

    private static byte[] bytes(Serial serial, int number, int reason, Instant since) {
        long millis = since.toEpochMilli();
        return ByteBuffer.allocate(ENTRY_LENGTH)
                .put(serial.bytes())
                .putShort((short) number)
                .putShort((short) reason)
                .putShort((short) (millis >> Integer.SIZE))
                .putInt((int) millis)
                .array();
    }

    private static Optional<Revocation> revocation(Serial serial, int minimum, int reason, Instant since) {
        return minimum == 0
                ? Optional.empty()
                : RevocationReason.of(reason).map(known -> new Revocation(serial, minimum, known, since));
    }

    private static Optional<Block> block(Serial serial, int number, int reason, Instant since) {
        return number > BLOCKED || reason != 0
                ? Optional.empty()
                : Optional.of(new Block(serial, number == BLOCKED, since));
    }
}
