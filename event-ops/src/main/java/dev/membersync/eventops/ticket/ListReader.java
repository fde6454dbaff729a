package dev.membersync.eventops.ticket;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads signed lists. Never throws, whatever the bytes. Immutable and safe for several threads.
 */
public final class ListReader {
    private final KeyRing listKeys;

    private ListReader(KeyRing listKeys) {
        this.listKeys = listKeys;
    }

    /** A reader of lists under these keys, which are others than those of the tickets. */
    public static ListReader of(KeyRing listKeys) {
        return new ListReader(listKeys);
    }

    /**
     * Reads an update.
     *
     * @param bytes what came, from whomever
     * @param kind which list it shall be
     * @param eventId of which event
     * @param now the time, which the key's own time is compared with
     * @param <E> what the list says of a serial
     */
    public <E extends ListEntry> ListReading<E> read(byte[] bytes, ListKind<E> kind, String eventId, Instant now) {
        int end = bytes.length - Algorithm.ED25519.signatureLength();
        Optional<Integer> keyId = end < 0 ? Optional.empty() : ListBody.keyId(bytes, end);
        if (keyId.isEmpty()) {
            return new ListReading.Refused<>(Refusal.MALFORMED);
        }
        KeyRecord key = listKeys.find(keyId.get())
                .filter(known -> known.algorithm() == Algorithm.ED25519)
                .orElse(null);
        if (key == null) {
            return new ListReading.Refused<>(Refusal.UNKNOWN_KEY);
        }
        byte[] body = Arrays.copyOf(bytes, end);
        byte[] message = EventBinding.message(kind.purpose(), key.eventId(), body);
        if (!Ed25519.signed(
                Ed25519.publicKey(key.publicKey()), message, Arrays.copyOfRange(bytes, end, bytes.length))) {
            return new ListReading.Refused<>(Refusal.BAD_SIGNATURE);
        }
        if (!key.eventId().equals(eventId)) {
            return new ListReading.Refused<>(Refusal.WRONG_EVENT);
        }
        if (!key.counts(now)) {
            return new ListReading.Refused<>(Refusal.KEY_REVOKED);
        }
        return ListBody.parse(body, kind, eventId)
                .<ListReading<E>>map(ListReading.Genuine::new)
                .orElseGet(() -> new ListReading.Refused<>(Refusal.MALFORMED));
    }
}
