package dev.membersync.eventops.config;

import dev.membersync.eventops.ticket.Algorithm;
import dev.membersync.eventops.ticket.KeyProvider;
import dev.membersync.eventops.ticket.KeyRecord;
import dev.membersync.eventops.ticket.KeyRing;
import dev.membersync.eventops.ticket.KeyState;
import dev.membersync.eventops.ticket.SeedKeys;
import dev.membersync.sync.config.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * The ticket keys of an event of a tenant. Private keys are made of the store's key and rest nowhere; the ring, which is no
 * secret, rests in the store. Under another store key old tickets still verify and cannot be made again.
 */
final class TicketKeys {
    private static final String PURPOSE = "ticket key ";

    private final Tenant tenant;
    private final String event;
    private final Instant ends;
    private final InstantSource clock;
    private KeyRing ring;
    private SeedKeys seeds = SeedKeys.create();

    private TicketKeys(Tenant tenant, String event, Instant ends, InstantSource clock) {
        this.tenant = tenant;
        this.event = event;
        this.ends = ends;
        this.clock = clock;
        this.ring = tenant.remembered(name()).map(TicketKeys::read).orElseGet(KeyRing::empty);
    }

    static TicketKeys open(Tenant tenant, String event, Instant ends, InstantSource clock) {
        TicketKeys keys = new TicketKeys(tenant, event, ends, clock);
        boolean none = keys.ring.records().stream().noneMatch(key -> key.state() == KeyState.ACTIVE);
        if (none) {
            keys.keep(keys.ring.with(keys.fresh()));
        }
        keys.load();
        return keys;
    }

    synchronized KeyRing ring() {
        return ring;
    }

    synchronized KeyProvider provider() {
        return seeds;
    }

    synchronized void rotate() {
        keep(ring.rotate(fresh(), ends));
        load();
    }

    synchronized void revoke(int keyId) {
        KeyRing revoked = ring.revoke(keyId);
        boolean active = revoked.records().stream().anyMatch(key -> key.state() == KeyState.ACTIVE);
        keep(active ? revoked : revoked.with(fresh()));
        load();
    }

    private KeyRecord fresh() {
        int keyId = ring.nextId();
        String publicKey = SeedKeys.create().add(keyId, Algorithm.ED25519, seed(keyId));
        Instant now = clock.instant();
        Instant end = ends.isBefore(now) ? now : ends;
        return new KeyRecord(
                keyId, Algorithm.ED25519, publicKey, event, now, end.plus(KeyRing.AFTER_EVENT), KeyState.ACTIVE);
    }

    /** The private keys that this store key makes; one of another store key signs nothing here. */
    private void load() {
        SeedKeys held = SeedKeys.create();
        for (KeyRecord key : ring.records()) {
            String mine = SeedKeys.create().add(key.keyId(), Algorithm.ED25519, seed(key.keyId()));
            if (mine.equals(key.publicKey())) {
                held.add(key.keyId(), Algorithm.ED25519, seed(key.keyId()));
            } else if (key.state() == KeyState.ACTIVE) {
                throw new IllegalStateException("the ticket key " + key.keyId() + " of " + event
                        + " was made with another store key: restore that key, or begin anew with issue-tickets"
                        + " --revoke-key " + key.keyId() + ", after which every ticket is issued again");
            }
        }
        seeds = held;
    }

    private byte[] seed(int keyId) {
        String sealed = tenant.seal(PURPOSE + keyId, event.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().parseHex(sealed);
    }

    private void keep(KeyRing changed) {
        tenant.remember(name(), written(changed));
        ring = changed;
    }

    private String name() {
        return "ticket keys " + event;
    }

    /** The keys of a ring, one a line; no secret is in it. */
    static String written(KeyRing ring) {
        return ring.records().stream()
                .map(key -> String.join(
                        " ",
                        String.valueOf(key.keyId()),
                        key.publicKey(),
                        key.notBefore().toString(),
                        key.notAfter().toString(),
                        key.state().name(),
                        key.eventId()))
                .collect(Collectors.joining("\n"));
    }

    /** A ring that was written. */
    static KeyRing read(String text) {
        return KeyRing.of(Arrays.stream(text.split("\n", -1))
                .map(line -> line.split(" ", 6))
                .map(part -> new KeyRecord(
                        Integer.parseInt(part[0]),
                        Algorithm.ED25519,
                        part[1],
                        part[5],
                        Instant.parse(part[2]),
                        Instant.parse(part[3]),
                        KeyState.valueOf(part[4])))
                .toList());
    }
}
