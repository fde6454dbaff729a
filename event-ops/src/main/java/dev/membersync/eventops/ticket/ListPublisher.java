package dev.membersync.eventops.ticket;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;

/** Signs what the ledger says for the gates. Immutable and safe for several threads. */
public final class ListPublisher {
    private final ListLedger ledger;
    private final KeyRing listKeys;
    private final KeyProvider provider;
    private final InstantSource clock;

    private ListPublisher(ListLedger ledger, KeyRing listKeys, KeyProvider provider, InstantSource clock) {
        this.ledger = ledger;
        this.listKeys = listKeys;
        this.provider = provider;
        this.clock = clock;
    }

    /**
     * A publisher of a ledger.
     *
     * @param listKeys keys for lists alone, so that a machine that publishes lists cannot make tickets
     */
    public static ListPublisher of(ListLedger ledger, KeyRing listKeys, KeyProvider provider, InstantSource clock) {
        return new ListPublisher(ledger, listKeys, provider, clock);
    }

    /**
     * What a gate needs to be up to date, also when nothing changed: then it knows that its list is fresh.
     *
     * @param kind which list
     * @param eventId of which event
     * @param known the version that the gate has; 0 for the whole list
     * @param <E> what the list says of a serial
     * @return about 20 bytes for each change
     * @throws IllegalStateException when the event has no active Ed25519 list key
     */
    public <E extends ListEntry> byte[] publish(ListKind<E> kind, String eventId, long known) {
        KeyRecord key = listKeys.active(eventId);
        if (key.algorithm() != Algorithm.ED25519) {
            throw new IllegalStateException("list key " + key.keyId() + " is no Ed25519 key: gates take no other");
        }
        Instant asOf = clock.instant();
        byte[] body = ListBody.of(ledger.since(kind, eventId, known, asOf), key.keyId());
        byte[] signature = provider.sign(key, EventBinding.message(kind.purpose(), eventId, body));
        byte[] all = Arrays.copyOf(body, body.length + signature.length);
        System.arraycopy(signature, 0, all, body.length, signature.length);
        return all;
    }
}
