package dev.membersync.eventops.ticket;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Issues signed tickets under the active key of an event. Immutable and safe for several threads; make a new one when the
 * ring changes.
 */
public final class TicketIssuer {
    private static final String PURPOSE = "memberships-accelevents/ticket/v1";
    /** The next generation of this one would not fit, so such a ticket could never be revoked. */
    private static final int LAST_GENERATION = 0xffff;

    private final KeyRing ring;
    private final KeyProvider provider;
    private final InstantSource clock;
    private final TicketReader reader;

    private TicketIssuer(KeyRing ring, KeyProvider provider, InstantSource clock) {
        this.ring = ring;
        this.provider = provider;
        this.clock = clock;
        this.reader = TicketReader.of(ring).withSecrets(provider);
    }

    /** An issuer with these keys. */
    public static TicketIssuer of(KeyRing ring, KeyProvider provider, InstantSource clock) {
        return new TicketIssuer(ring, provider, clock);
    }

    /**
     * Issues a ticket. The same body under the same Ed25519 key gives the same text.
     *
     * @param eventId the event
     * @param body what the ticket shall say; its key and event tag are replaced by those of the event's active key
     * @throws IllegalArgumentException when the mask is 0, or the generation 65535
     * @throws IllegalStateException when the event has no active key, the key is out of its time, or the provider signs
     *     with another one
     */
    public Ticket issue(String eventId, TicketBody body) {
        if (body.accessMask() == 0) {
            throw new IllegalArgumentException("access mask 0 admits nowhere: set at least one bit");
        }
        if (body.generation() == LAST_GENERATION) {
            throw new IllegalArgumentException("generation " + LAST_GENERATION + " could not be revoked any more: issue"
                    + " the ticket under a new serial");
        }
        KeyRecord key = ring.active(eventId);
        Instant now = clock.instant();
        if (!key.covers(now)) {
            throw new IllegalStateException("key " + key.keyId() + " of event " + eventId + " counts from "
                    + key.notBefore() + " to " + key.notAfter() + " and not now: rotate it");
        }
        TicketBody complete = body.under(key);
        String text = TicketText.of(complete, provider.sign(key, message(key, complete)));
        // A provider with the wrong key behind an id would print tickets that no door takes: better here than there.
        Reading reading = reader.read(text, eventId, now);
        if (reading instanceof Reading.Genuine genuine) {
            return genuine.ticket();
        }
        throw new IllegalStateException("what the provider signs as key " + key.keyId()
                + " does not match that key's record: check which key it holds");
    }

    /**
     * Issues the next generation of a ticket: the same serial, one more. The printed one stops to count as soon as the
     * revocation reaches the doors.
     *
     * @param eventId the event
     * @param old what the ticket says now; change class, mask or window in it before, if they shall change
     * @param reason why
     * @throws IllegalArgumentException when the next generation does not fit
     * @throws IllegalStateException as {@link #issue}
     */
    public Reissue reissue(String eventId, TicketBody old, RevocationReason reason) {
        Ticket fresh = issue(eventId, old.withGeneration(old.generation() + 1));
        return new Reissue(fresh, new Revocation(old.serial(), fresh.body().generation(), reason, clock.instant()));
    }

    /**
     * A ticket issued again.
     *
     * @param ticket the new one
     * @param revocation what makes the ones before it count no more; to be put on the event's list
     */
    public record Reissue(Ticket ticket, Revocation revocation) {}

    static byte[] message(KeyRecord key, TicketBody body) {
        return EventBinding.message(PURPOSE, key.eventId(), body.bytes());
    }
}
