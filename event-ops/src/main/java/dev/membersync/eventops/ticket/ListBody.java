package dev.membersync.eventops.ticket;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A list update as bytes, big-endian: format 1, a zero, key id 2, base 8, version 8, milliseconds since 1970 UTC 8, then
 * 20 for each entry. Kind and event are bound by the signature and not transmitted.
 */
final class ListBody {
    private static final int HEADER_LENGTH = 28;
    private static final short FORMAT = 0x0100;

    private ListBody() {}

    static <E extends ListEntry> byte[] of(ListUpdate<E> update, int keyId) {
        ByteBuffer out = ByteBuffer.allocate(HEADER_LENGTH + update.entries().size() * ListKind.ENTRY_LENGTH)
                .putShort(FORMAT)
                .putShort((short) keyId)
                .putLong(update.base())
                .putLong(update.version())
                .putLong(update.asOf().toEpochMilli());
        update.entries().forEach(entry -> out.put(update.kind().bytes(entry)));
        return out.array();
    }

    /** The key that a body of this length names; empty when it is no body. */
    static Optional<Integer> keyId(byte[] bytes, int length) {
        if (length < HEADER_LENGTH || (length - HEADER_LENGTH) % ListKind.ENTRY_LENGTH != 0) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return in.getShort() == FORMAT ? Optional.of(Short.toUnsignedInt(in.getShort())) : Optional.empty();
    }

    static <E extends ListEntry> Optional<ListUpdate<E>> parse(byte[] body, ListKind<E> kind, String eventId) {
        ByteBuffer in = ByteBuffer.wrap(body).position(2 * Short.BYTES);
        long base = in.getLong();
        long version = in.getLong();
        Instant asOf = Instant.ofEpochMilli(in.getLong());
        List<E> entries = new ArrayList<>();
        while (in.hasRemaining()) {
            Optional<E> entry = kind.entry(in);
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            entries.add(entry.get());
        }
        return base < 0 || version < base
                ? Optional.empty()
                : Optional.of(new ListUpdate<>(kind, eventId, base, version, asOf, entries));
    }
}
