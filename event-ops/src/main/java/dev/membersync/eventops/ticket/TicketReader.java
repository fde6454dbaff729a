package dev.membersync.eventops.ticket;

import java.security.MessageDigest;
import java.security.PublicKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a scanner or a person gives: clean, parse, key, signature, then event and state of the key. Never throws,
 * whatever the text. Needs no network and no store. Immutable and safe for several threads; make a new one when the ring
 * changes.
 */
public final class TicketReader {
    private final KeyRing ring;
    private final Map<Integer, PublicKey> publicKeys;
    private final @Nullable KeyProvider secrets;
    private final boolean barcodes;

    private TicketReader(
            KeyRing ring, Map<Integer, PublicKey> publicKeys, @Nullable KeyProvider secrets, boolean barcodes) {
        this.ring = ring;
        this.publicKeys = publicKeys;
        this.secrets = secrets;
        this.barcodes = barcodes;
    }

    /** A reader of Ed25519 tickets under these keys; a ticket of any other key is {@link Refusal#UNKNOWN_KEY}. */
    public static TicketReader of(KeyRing ring) {
        Map<Integer, PublicKey> publicKeys = new HashMap<>();
        for (KeyRecord key : ring.records()) {
            if (key.algorithm() == Algorithm.ED25519) {
                publicKeys.put(key.keyId(), Ed25519.publicKey(key.publicKey()));
            }
        }
        return new TicketReader(ring, publicKeys, null, false);
    }

    /** This reader, which can also check tickets of {@link Algorithm#HMAC16}; it can then make them too. */
    public TicketReader withSecrets(KeyProvider provider) {
        return new TicketReader(ring, publicKeys, provider, barcodes);
    }

    /**
     * This reader, which takes a text that does not begin with {@code MT1} as a {@link Reading.Barcode} if it can be
     * one.
     */
    public TicketReader withBarcodes() {
        return new TicketReader(ring, publicKeys, secrets, true);
    }

    /**
     * Reads a text.
     *
     * @param scanned what came from the scanner or the keyboard
     * @param eventId the event of the gate
     * @param now the time, which the key's own time is compared with
     */
    public Reading read(String scanned, String eventId, Instant now) {
        String clean = ScannedText.clean(scanned);
        String text = ScannedText.fold(clean);
        if (barcodes && !TicketText.claimed(text)) {
            return VendorBarcode.of(clean)
                    .<Reading>map(Reading.Barcode::new)
                    .orElseGet(() -> new Reading.Refused(Refusal.MALFORMED, null));
        }
        Reading plain = signed(text, eventId, now);
        if (plain instanceof Reading.Refused refused && refused.why() == Refusal.BAD_SIGNATURE) {
            Reading exchanged = signed(ScannedText.exchanged(text), eventId, now);
            boolean goodSignature = !(exchanged instanceof Reading.Refused other) || other.ticket() != null;
            return goodSignature ? exchanged : plain;
        }
        return plain;
    }

    private Reading signed(String text, String eventId, Instant now) {
        Optional<TicketText> parsed = TicketText.parse(text);
        if (parsed.isEmpty()) {
            return new Reading.Refused(Refusal.MALFORMED, null);
        }
        TicketBody body = parsed.get().body();
        byte[] signature = parsed.get().signature();
        KeyRecord key = ring.find(body.keyId()).filter(this::canCheck).orElse(null);
        if (key == null) {
            return new Reading.Refused(Refusal.UNKNOWN_KEY, null);
        }
        if (signature.length != key.algorithm().signatureLength()) {
            return new Reading.Refused(Refusal.MALFORMED, null);
        }
        Refusal refusal = checked(key, TicketIssuer.message(key, body), signature);
        return refusal == null ? judged(new Ticket(text, body, key), eventId, now) : new Reading.Refused(refusal, null);
    }

    private static Reading judged(Ticket ticket, String eventId, Instant now) {
        if (ticket.body().eventTag() != EventBinding.tag(ticket.eventId())) {
            return new Reading.Refused(Refusal.MALFORMED, ticket);
        }
        if (!ticket.eventId().equals(eventId)) {
            return new Reading.Refused(Refusal.WRONG_EVENT, ticket);
        }
        return ticket.key().counts(now)
                ? new Reading.Genuine(ticket)
                : new Reading.Refused(Refusal.KEY_REVOKED, ticket);
    }

    private boolean canCheck(KeyRecord key) {
        return secrets != null || key.algorithm() == Algorithm.ED25519;
    }

    private @Nullable Refusal checked(KeyRecord key, byte[] message, byte[] signature) {
        PublicKey publicKey = publicKeys.get(key.keyId());
        if (publicKey != null) {
            return Ed25519.signed(publicKey, message, signature) ? null : Refusal.BAD_SIGNATURE;
        }
        try {
            byte[] mac = secrets == null ? new byte[0] : secrets.sign(key, message);
            return MessageDigest.isEqual(mac, signature) ? null : Refusal.BAD_SIGNATURE;
        } catch (RuntimeException e) {
            // The text chose the key: a provider that does not hold it is no reason for the gate to stop.
            return Refusal.UNKNOWN_KEY;
        }
    }
}
