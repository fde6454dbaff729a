package dev.membersync.eventops.checkin;

import dev.membersync.eventops.ticket.KeyProvider;
import dev.membersync.eventops.ticket.KeyRecord;
import dev.membersync.eventops.ticket.KeyRing;
import dev.membersync.eventops.ticket.KeyState;
import dev.membersync.eventops.ticket.Ticket;
import dev.membersync.eventops.ticket.TicketBody;
import dev.membersync.eventops.ticket.TicketIssuer;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes the codes of issued tickets again, each under the key it was signed with, so that a ticket has one code for each
 * generation. Thread-safe; make a new one when the ring changes.
 */
public final class TicketCodes {
    private final String event;
    private final KeyRing ring;
    private final KeyProvider provider;
    private final InstantSource clock;
    private final Map<Integer, TicketIssuer> issuers = new HashMap<>();

    private TicketCodes(String event, KeyRing ring, KeyProvider provider, InstantSource clock) {
        this.event = event;
        this.ring = ring;
        this.provider = provider;
        this.clock = clock;
    }

    /** The codes of an event under these keys. */
    public static TicketCodes of(String event, KeyRing ring, KeyProvider provider, InstantSource clock) {
        return new TicketCodes(event, ring, provider, clock);
    }

    /** The key that new codes are signed with. */
    int activeKey() {
        return ring.active(event).keyId();
    }

    /** Whether codes under this key count no more, so that the tickets need new ones. */
    boolean isRevoked(int keyId) {
        return ring.find(keyId).map(key -> key.state() == KeyState.REVOKED).orElse(true);
    }

    /**
     * The code of a ticket.
     *
     * @throws IllegalStateException when its key is revoked, unknown or out of its time
     */
    public Ticket code(TicketBody body) {
        if (isRevoked(body.keyId())) {
            throw new IllegalStateException("the key " + body.keyId() + " of event " + event
                    + " is revoked or not in the ring; let the tickets under it be issued again");
        }
        return issuer(body.keyId()).issue(event, body);
    }

    private synchronized TicketIssuer issuer(int keyId) {
        return issuers.computeIfAbsent(keyId, id -> TicketIssuer.of(signingWith(id), provider, clock));
    }

    /** The event's keys, of which this one signs. */
    private KeyRing signingWith(int keyId) {
        return KeyRing.of(ring.forEvent(event).records().stream()
                .map(key -> key.withState(state(key, keyId)))
                .toList());
    }

    private static KeyState state(KeyRecord key, int keyId) {
        if (key.keyId() == keyId) {
            return KeyState.ACTIVE;
        }
        return key.state() == KeyState.ACTIVE ? KeyState.VERIFY_ONLY : key.state();
    }
}
