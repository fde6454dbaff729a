package dev.membersync.client.policy;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * The quota of the day: the vendor's word before our own count, but never above a fixed quota. Three tenths of it are kept
 * for those who wait. Not thread-safe.
 */
final class DayQuota {
    private static final long DAY = Duration.ofDays(1).toNanos();

    private final boolean fixed;
    private OptionalInt limit;
    private long resetAt;
    private int left;

    DayQuota(RateLimit configured, long now) {
        limit = configured.daily();
        fixed = configured.fixed() && limit.isPresent();
        refill(now);
    }

    void spend(long now) {
        if (resetAt - now <= 0) {
            refill(now);
        }
        left--;
    }

    /** How long until this lane may spend again; zero when it may now. */
    long emptyFor(Lane lane, long now) {
        return limit.isPresent() && left <= reserve(lane) ? Math.max(0, resetAt - now) : 0;
    }

    private long reserve(Lane lane) {
        return lane == Lane.LIVE ? 0 : limit.orElse(0) * 3L / 10;
    }

    OptionalInt remaining() {
        return limit.isPresent() ? OptionalInt.of(Math.max(0, left)) : OptionalInt.empty();
    }

    void learn(RateSignal signal, long now) {
        if (signal.dailyLimit().isPresent() && !fixed) {
            limit = signal.dailyLimit();
        }
        if (signal.dailyRemaining().isPresent()) {
            int told = signal.dailyRemaining().getAsInt();
            limit = limit.isPresent() ? limit : signal.dailyRemaining();
            left = fixed ? Math.min(left, told) : told;
        }
        signal.dailyReset().ifPresent(reset -> resetAt = now + Math.min(Terms.bounded(reset), DAY));
    }

    private void refill(long now) {
        left = limit.orElse(Integer.MAX_VALUE);
        resetAt = now + DAY;
    }

    /** Permits that were spent and not used. */
    void giveBack(int unused) {
        left = (int) Math.min(limit.orElse(Integer.MAX_VALUE), (long) left + unused);
    }

    void write(PageWriter page, RateLimit configured) {
        page.put(configured.daily().orElse(-1));
        page.put(limit.orElse(-1));
        page.put(left);
        page.put(resetAt);
    }

    /** Goes on with a day that may have begun under another configuration. */
    void read(PageReader page, RateLimit configured) {
        int before = page.small();
        int told = page.small();
        int unspent = page.small();
        resetAt = page.number();
        boolean same = before == configured.daily().orElse(-1);
        if (same) {
            limit = told < 0 ? OptionalInt.empty() : OptionalInt.of(told);
        }
        int base = told < 0 ? Integer.MAX_VALUE : told;
        left = same ? unspent : limit.orElse(Integer.MAX_VALUE) - (base - unspent);
    }
}
