package dev.membersync.client.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Who draws on a credential: the tenants that asked lately, and which of them wait. Not thread-safe. */
final class Parties {
    /** One that was told to come back and does not is waited for no longer than this. */
    private static final long GRACE = Duration.ofMillis(300).toNanos();

    private final List<Party> all = new ArrayList<>();

    /** A party, what it is allowed by its own configuration, when it asked last, and until when it waits in a lane. */
    record Party(long id, int calls, long per, long askedAt, long liveUntil, long pacedUntil) {
        boolean waits(long now) {
            return liveUntil - now > 0 || pacedUntil - now > 0;
        }

        Lane lane(long now) {
            return liveUntil - now > 0 ? Lane.LIVE : Lane.BACKFILL;
        }

        private double rate() {
            return (double) calls / per;
        }
    }

    /** One asks; those who did not for a long time are forgotten. */
    void asked(long id, RateLimit limit, long now, long memory) {
        Party before = find(id, now);
        all.removeIf(party -> party.id() == id || now - party.askedAt() > memory);
        all.add(new Party(id, limit.calls(), Terms.bounded(limit.per()), now, before.liveUntil(), before.pacedUntil()));
    }

    /** One got all it wanted in a lane, or is to come back after a wait. */
    void answered(long id, Lane lane, long now, long wait) {
        Party before = find(id, now);
        long until = wait == 0 ? now : now + wait + GRACE;
        all.removeIf(party -> party.id() == id);
        all.add(new Party(
                id,
                before.calls(),
                before.per(),
                before.askedAt(),
                lane == Lane.LIVE ? until : before.liveUntil(),
                lane == Lane.LIVE ? before.pacedUntil() : until));
    }

    private Party find(long id, long now) {
        return all.stream()
                .filter(party -> party.id() == id)
                .findFirst()
                .orElse(new Party(id, Integer.MAX_VALUE, 1, now, now, now));
    }

    List<Party> waitingBeside(long id, long now) {
        return all.stream()
                .filter(party -> party.id() != id && party.waits(now))
                .toList();
    }

    /** The limit of an asker, or the slower one that another party is configured with. */
    RateLimit strictest(long id, RateLimit asked) {
        Party slowest = new Party(id, asked.calls(), Terms.bounded(asked.per()), 0, 0, 0);
        for (Party party : all) {
            slowest = party.id() != id && party.rate() < slowest.rate() ? party : slowest;
        }
        return new RateLimit(slowest.calls(), Duration.ofNanos(slowest.per()), asked.daily(), asked.fixed());
    }

    void takeOver(Parties before) {
        all.addAll(before.all);
    }

    void write(PageWriter page) {
        page.put(all.size());
        for (Party party : all) {
            page.put(party.id());
            page.put(party.calls());
            page.put(party.per());
            page.put(party.askedAt());
            page.put(party.liveUntil());
            page.put(party.pacedUntil());
        }
    }

    void read(PageReader page) {
        for (int left = page.count(); left > 0; left--) {
            all.add(new Party(page.number(), page.small(), page.number(), page.number(), page.number(), page.number()));
        }
    }
}
