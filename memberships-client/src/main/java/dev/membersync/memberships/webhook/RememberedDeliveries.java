package dev.membersync.memberships.webhook;

import dev.membersync.client.time.Time;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ids in memory, oldest first; claims stand apart, so that no flood of ids can push one out. */
final class RememberedDeliveries implements SeenDeliveries {
    private final long lifetimeNanos;
    private final int capacity;
    private final Time time;
    private final Map<String, String> claims = new HashMap<>();
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    RememberedDeliveries(Duration lifetime, int capacity, Time time) {
        if (lifetime.isNegative() || lifetime.isZero() || capacity < 1) {
            throw new IllegalArgumentException("lifetime and capacity must be positive");
        }
        this.lifetimeNanos = lifetime.toNanos();
        this.capacity = capacity;
        this.time = time;
    }

    @Override
    public synchronized Claim claim(String id, String digest) {
        forget();
        Kept before = kept.get(id);
        if (before != null) {
            return before.digest().equals(digest) ? Claim.SAME : Claim.CHANGED;
        }
        return claims.putIfAbsent(id, digest) == null ? Claim.NEW : Claim.BUSY;
    }

    @Override
    public synchronized void keep(String id) {
        String digest = claims.remove(id);
        if (digest != null) {
            kept.put(id, new Kept(digest, time.nanos()));
            forget();
        }
    }

    @Override
    public synchronized void release(String id) {
        claims.remove(id);
    }

    private void forget() {
        Iterator<Kept> oldest = kept.values().iterator();
        while (oldest.hasNext()) {
            if (time.nanos() - oldest.next().atNanos() <= lifetimeNanos && kept.size() <= capacity) {
                return;
            }
            oldest.remove();
        }
    }

    private record Kept(String digest, long atNanos) {}
}
