package dev.membersync.eventops.ticket;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a signed ticket says: 32 bytes, fixed, big-endian, without a word about its holder.
 *
 * <p>Format version 1 at 0, flags at 1 (bit 0 test, bit 1 window present, the others 0), key id at 2, event tag at 4,
 * serial at 8, class at 18, generation at 20, valid from at 22, valid until at 26 (minutes since 1970 UTC, 0 = open),
 * access mask at 30.
 *
 * @param test whether it is a test ticket, which admits nowhere in live mode
 * @param keyId the key that signed it, 0 to 65535; 0 is never issued
 * @param eventTag first 4 bytes of the SHA-256 of the event id; a routing hint, not the binding
 * @param serial its name in our books
 * @param ticketClass index into the event's catalogue, 0 to 65535
 * @param generation 0, and one more at every reissue, to 65535
 * @param validFrom the first minute at which it is valid; null is open
 * @param validUntil the first minute at which it is no longer; null is open
 * @param accessMask days or zones, one bit each, 16 bits; 0 admits nowhere and is never issued
 */
public record TicketBody(
        boolean test,
        int keyId,
        int eventTag,
        Serial serial,
        int ticketClass,
        int generation,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        int accessMask) {
    /** How many bytes a body has. */
    public static final int LENGTH = 32;

    private static final int VERSION = 1;
    private static final int TEST = 1;
    private static final int WINDOW = 2;
    private static final long MINUTE = 60;

    public TicketBody {
        inShort("key id", keyId);
        inShort("ticket class", ticketClass);
        inShort("generation", generation);
        inShort("access mask", accessMask);
        minutes("valid from", validFrom);
        minutes("valid until", validUntil);
        if (validFrom != null && validUntil != null && !validFrom.isBefore(validUntil)) {
            throw new IllegalArgumentException("valid from " + validFrom + " is not before valid until " + validUntil);
        }
    }

    /**
     * A ticket to be issued: generation 0, without a window, not a test. The issuer fills in key and event.
     *
     * @throws IllegalArgumentException when class or mask do not fit 16 bits
     */
    public static TicketBody of(Serial serial, int ticketClass, int accessMask) {
        return new TicketBody(false, 0, 0, serial, ticketClass, 0, null, null, accessMask);
    }

    /** The same in a window [from, until) of whole minutes; null is open. */
    public TicketBody valid(@Nullable Instant from, @Nullable Instant until) {
        return new TicketBody(test, keyId, eventTag, serial, ticketClass, generation, from, until, accessMask);
    }

    /** The same as a test ticket. */
    public TicketBody asTest() {
        return new TicketBody(
                true, keyId, eventTag, serial, ticketClass, generation, validFrom, validUntil, accessMask);
    }

    /** The same in another generation. */
    public TicketBody withGeneration(int changed) {
        return new TicketBody(test, keyId, eventTag, serial, ticketClass, changed, validFrom, validUntil, accessMask);
    }

    /** The same in another class and with another mask. */
    public TicketBody withAccess(int changedClass, int changedMask) {
        return new TicketBody(
                test, keyId, eventTag, serial, changedClass, generation, validFrom, validUntil, changedMask);
    }

    /** The same, signed by a key for the key's event. */
    TicketBody under(KeyRecord key) {
        return new TicketBody(
                test,
                key.keyId(),
                EventBinding.tag(key.eventId()),
                serial,
                ticketClass,
                generation,
                validFrom,
                validUntil,
                accessMask);
    }

    /** Its 32 bytes. */
    public byte[] bytes() {
        int flags = (test ? TEST : 0) | (validFrom != null || validUntil != null ? WINDOW : 0);
        return ByteBuffer.allocate(LENGTH)
                .put((byte) VERSION)
                .put((byte) flags)
                .putShort((short) keyId)
                .putInt(eventTag)
                .put(serial.bytes())
                .putShort((short) ticketClass)
                .putShort((short) generation)
                .putInt((int) minutes("valid from", validFrom))
                .putInt((int) minutes("valid until", validUntil))
                .putShort((short) accessMask)
                .array();
    }

    /** Reads 32 bytes; empty when they are no body of this version with all rules kept. */
    static Optional<TicketBody> parse(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length != LENGTH || in.get() != VERSION) {
            return Optional.empty();
        }
        int flags = in.get();
        int keyId = Short.toUnsignedInt(in.getShort());
        int tag = in.getInt();
        byte[] serial = new byte[Serial.LENGTH];
        in.get(serial);
        int ticketClass = Short.toUnsignedInt(in.getShort());
        int generation = Short.toUnsignedInt(in.getShort());
        long from = Integer.toUnsignedLong(in.getInt());
        long until = Integer.toUnsignedLong(in.getInt());
        int mask = Short.toUnsignedInt(in.getShort());
        boolean window = from != 0 || until != 0;
        if ((flags & ~TEST) != (window ? WINDOW : 0) || (from != 0 && until != 0 && from >= until)) {
            return Optional.empty();
        }
        return Optional.of(new TicketBody(
                (flags & TEST) != 0,
                keyId,
                tag,
                Serial.of(serial),
                ticketClass,
                generation,
                instant(from),
                instant(until),
                mask));
    }

    private static void inShort(String field, int value) {
        if (value < 0 || value > 0xffff) {
            throw new IllegalArgumentException(field + " " + value + " is not in 0 to 65535");
        }
    }

    private static long minutes(String field, @Nullable Instant instant) {
        if (instant == null) {
            return 0;
        }
        long seconds = instant.getEpochSecond();
        if (seconds % MINUTE != 0 || instant.getNano() != 0) {
            throw new IllegalArgumentException(field + " " + instant + " is no whole minute");
        }
        long minutes = seconds / MINUTE;
        if (minutes < 1 || minutes > 0xffff_ffffL) {
            throw new IllegalArgumentException(field + " " + instant + " does not fit; leave it open (null) instead");
        }
        return minutes;
    }

    private static @Nullable Instant instant(long minutes) {
        return minutes == 0 ? null : Instant.ofEpochSecond(minutes * MINUTE);
    }
}
