package dev.membersync.eventops.checkin;

import dev.membersync.eventops.ticket.Serial;
import dev.membersync.eventops.ticket.TicketBody;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What the books say of the tickets of an event, for gates that do not reach them, sealed so that a lost device tells
 * nothing: it finds a record under {@code HMAC(snapshot key, serial)} and opens it with the text of the code that is shown.
 * Who holds no code learns how many tickets there are, and nothing else. Immutable.
 */
public final class Snapshot {
    private static final int ID = 16;
    private static final int KEY = 32;
    private static final int NAME = 16;
    private static final int DIGEST = 32;
    private static final int HEAD = Integer.BYTES + ID + KEY + 2 * Long.BYTES + Integer.BYTES;
    private static final int FORMAT = 0x4d534e31;

    private final byte[] id;
    private final byte[] key;
    private final String event;
    private final Instant asOf;
    private final Instant expires;
    private final Map<ByteBuffer, byte[]> records;

    private Snapshot(
            byte[] id, byte[] key, String event, Instant asOf, Instant expires, Map<ByteBuffer, byte[]> records) {
        this.id = id;
        this.key = key;
        this.event = event;
        this.asOf = asOf;
        this.expires = expires;
        this.records = records;
    }

    /** Collects the records of a snapshot. */
    static final class Builder {
        private final Snapshot snapshot;

        Builder(String event, Instant asOf, Instant expires, RandomGenerator random) {
            byte[] id = new byte[ID];
            byte[] key = new byte[KEY];
            random.nextBytes(id);
            random.nextBytes(key);
            this.snapshot = new Snapshot(
                    id,
                    key,
                    event,
                    Instant.ofEpochMilli(asOf.toEpochMilli()),
                    Instant.ofEpochMilli(expires.toEpochMilli()),
                    new HashMap<>());
        }

        void add(Serial serial, String text, Holding holding) {
            snapshot.records.put(snapshot.name(serial), SealedRecord.seal(holding, text, snapshot.id));
        }

        Snapshot build() {
            return snapshot;
        }
    }

    /** Its id, which scans made with it carry. */
    public String id() {
        return HexFormat.of().formatHex(id);
    }

    /** The event that it is of. */
    public String event() {
        return event;
    }

    /** When it was made. */
    public Instant asOf() {
        return asOf;
    }

    /** When it ends; from then on a gate admits nobody with it and a device deletes it. */
    public Instant expires() {
        return expires;
    }

    /** How many tickets it holds. */
    public int size() {
        return records.size();
    }

    /** What is left of it after its end: that it was there. */
    Snapshot emptied() {
        return new Snapshot(id, key, event, asOf, expires, Map.of());
    }

    DoorView.Books books(TicketBody ticket, String text) {
        byte @Nullable [] sealed = records.get(name(ticket.serial()));
        if (sealed == null) {
            return new DoorView.Books.Unseen();
        }
        Optional<Holding> holding = SealedRecord.open(sealed, text, id);
        return holding.<DoorView.Books>map(DoorView.Books.Known::new).orElseGet(DoorView.Books.OtherCode::new);
    }

    private ByteBuffer name(Serial serial) {
        return ByteBuffer.wrap(Arrays.copyOf(Hkdf.hmac(key, serial.bytes()), NAME));
    }

    /** The snapshot as bytes, with a SHA-256 at their end. They hold its key: send them to the device alone. */
    public byte[] bytes() {
        byte[] name = event.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(Integer.BYTES
                + ID
                + KEY
                + 2 * Long.BYTES
                + Integer.BYTES
                + name.length
                + records.size() * (NAME + SealedRecord.LENGTH)
                + DIGEST);
        out.putInt(FORMAT).put(id).put(key);
        out.putLong(asOf.toEpochMilli()).putLong(expires.toEpochMilli());
        out.putInt(name.length).put(name);
        records.forEach((of, record) -> out.put(of.duplicate()).put(record));
        return out.put(digest(out.array(), out.position())).array();
    }

    /**
     * Reads a snapshot.
     *
     * @throws IllegalArgumentException when the bytes are damaged or no snapshot
     */
    public static Snapshot read(byte[] bytes) {
        int end = bytes.length - DIGEST;
        boolean whole = end >= HEAD
                && ByteBuffer.wrap(bytes).getInt() == FORMAT
                && Arrays.equals(digest(bytes, end), Arrays.copyOfRange(bytes, end, bytes.length));
        if (!whole) {
            throw damaged();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, Integer.BYTES, end - Integer.BYTES);
        byte[] id = take(in, ID);
        byte[] key = take(in, KEY);
        Instant asOf = Instant.ofEpochMilli(in.getLong());
        Instant expires = Instant.ofEpochMilli(in.getLong());
        String event = new String(take(in, in.getInt()), StandardCharsets.UTF_8);
        Map<ByteBuffer, byte[]> records = new HashMap<>();
        while (in.hasRemaining()) {
            records.put(ByteBuffer.wrap(take(in, NAME)), take(in, SealedRecord.LENGTH));
        }
        return new Snapshot(id, key, event, asOf, expires, records);
    }

    /** The digest is no secret: who made the bytes up has a right one and may say any length. */
    private static byte[] take(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw damaged();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static IllegalArgumentException damaged() {
        return new IllegalArgumentException("the snapshot is damaged or none: fetch it again");
    }

    private static byte[] digest(byte[] bytes, int length) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(bytes, 0, length);
            return hash.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }

    /** Without its key. */
    @Override
    public String toString() {
        return "Snapshot[" + id() + " of " + event + ", " + size() + " tickets]";
    }
}
