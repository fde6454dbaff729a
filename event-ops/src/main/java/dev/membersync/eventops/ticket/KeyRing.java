package dev.membersync.eventops.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The keys of one purpose, for any number of events. Of an event at most one is active; no key ever leaves, so an id is
 * never used twice, and neither is a public key. Immutable: each change is another ring, to be stored and sent to the
 * scanners.
 */
public final class KeyRing {
    /** How long after the end of its event a rotated key still counts. */
    public static final Duration AFTER_EVENT = Duration.ofHours(24);

    private final NavigableMap<Integer, KeyRecord> keys;

    private KeyRing(NavigableMap<Integer, KeyRecord> keys) {
        this.keys = keys;
    }

    /** A ring without keys. */
    public static KeyRing empty() {
        return new KeyRing(new TreeMap<>());
    }

    /**
     * A ring of keys, as {@link #records()} gave them.
     *
     * @throws IllegalArgumentException when an id or a public key occurs twice, or an event has two active keys
     */
    public static KeyRing of(Collection<KeyRecord> records) {
        NavigableMap<Integer, KeyRecord> keys = new TreeMap<>();
        Set<String> parts = new HashSet<>();
        Set<String> active = new HashSet<>();
        for (KeyRecord key : records) {
            if (keys.put(key.keyId(), key) != null) {
                throw new IllegalArgumentException("key id " + key.keyId() + " is taken: take nextId()");
            }
            if (!key.publicKey().isEmpty() && !parts.add(key.publicKey())) {
                throw new IllegalArgumentException("the public part of key " + key.keyId()
                        + " is that of another key of the ring: make a new one");
            }
            if (key.state() == KeyState.ACTIVE && !active.add(key.eventId())) {
                throw new IllegalArgumentException("event " + key.eventId()
                        + " would have two active keys, one of them " + key.keyId() + ": rotate instead");
            }
        }
        return new KeyRing(keys);
    }

    /** All keys, by id. */
    public List<KeyRecord> records() {
        return List.copyOf(keys.values());
    }

    /** The key with an id. */
    public Optional<KeyRecord> find(int keyId) {
        return Optional.ofNullable(keys.get(keyId));
    }

    /** The keys of one event: what its scanners get. */
    public KeyRing forEvent(String eventId) {
        return of(keys.values().stream()
                .filter(key -> key.eventId().equals(eventId))
                .toList());
    }

    /** An id above all that were ever used. */
    public int nextId() {
        int next = keys.isEmpty() ? 1 : keys.lastKey() + 1;
        if (next > KeyRecord.MAX_ID) {
            throw new IllegalStateException("all " + KeyRecord.MAX_ID + " key ids are used up: begin another ring");
        }
        return next;
    }

    /**
     * The key that signs for an event.
     *
     * @throws IllegalStateException when there is none
     */
    public KeyRecord active(String eventId) {
        return find(eventId)
                .orElseThrow(() -> new IllegalStateException(
                        "no key is active for event " + eventId + ": add one to the ring before issuing"));
    }

    /**
     * With one key more.
     *
     * @throws IllegalArgumentException when its id or public part is known, or its event has an active key already
     */
    public KeyRing with(KeyRecord fresh) {
        List<KeyRecord> all = new ArrayList<>(keys.values());
        all.add(fresh);
        return of(all);
    }

    /**
     * With a new active key for an event; the one before it signs no more, and its tickets are good until
     * {@link #AFTER_EVENT} after the event's end.
     *
     * @throws IllegalArgumentException as {@link #with}, or when the new key is not active
     */
    public KeyRing rotate(KeyRecord fresh, Instant eventEnd) {
        if (fresh.state() != KeyState.ACTIVE) {
            throw new IllegalArgumentException(
                    "key " + fresh.keyId() + " is " + fresh.state() + ": rotate to an active key");
        }
        return find(fresh.eventId())
                .map(old -> changed(old.withState(KeyState.VERIFY_ONLY).withNotAfter(eventEnd.plus(AFTER_EVENT))))
                .orElse(this)
                .with(fresh);
    }

    /**
     * With a compromised key revoked. Add a new key with {@link #with} and issue every ticket of the old one again.
     *
     * @throws IllegalArgumentException when there is no such key
     */
    public KeyRing revoke(int keyId) {
        return changed(find(keyId)
                .orElseThrow(() -> new IllegalArgumentException("the ring has no key " + keyId))
                .withState(KeyState.REVOKED));
    }

    private Optional<KeyRecord> find(String eventId) {
        return keys.values().stream()
                .filter(key -> key.state() == KeyState.ACTIVE && key.eventId().equals(eventId))
                .findFirst();
    }

    private KeyRing changed(KeyRecord key) {
        Map<Integer, KeyRecord> copy = new TreeMap<>(keys);
        copy.put(key.keyId(), key);
        return of(copy.values());
    }
}
