package dev.membersync.client.policy;

import dev.membersync.client.time.Time;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * An exact log of granted permits keeps every sliding window; a pacer spreads the lanes that can wait; what replies say
 * moves the share of the limit that is used. A permit is only ever granted for now, so a caller that gives up while
 * waiting takes nothing from the others.
 */
final class WindowBudget implements RateBudget {
    private static final long DAY = Duration.ofDays(1).toNanos();

    private final Time time;
    private final SendLog log = new SendLog();
    private final Share share;
    private final Quota daily;
    private long window;
    private Pacer pacer;
    private boolean granted;
    private boolean heard;
    private long firstGrant;
    private boolean closed;
    private long closedUntil;
    private boolean liveAsked;
    private long lastLive;

    WindowBudget(RateLimit limit, Time time) {
        this.time = time;
        this.window = padded(limit.per());
        this.share = new Share(limit.calls(), time.nanos());
        this.daily = new Quota(limit.daily(), time.nanos());
        this.pacer = new Pacer(limit.calls(), window, time);
    }

    @Override
    public synchronized Turn turn(Lane lane) {
        long now = time.nanos();
        if (lane == Lane.LIVE) {
            liveAsked = true;
            lastLive = now;
        }
        share.recover(now, window);
        long wait = Math.max(blockedFor(now), logFullFor(lane, now));
        if (wait > 0) {
            return Turn.later(Duration.ofNanos(wait));
        }
        if (paced(lane, now) && !pacer().take()) {
            return Turn.later(Duration.ofNanos(Math.max(1, pacer.waitNanos())));
        }
        if (!granted) {
            granted = true;
            firstGrant = now;
        }
        log.add(now);
        daily.spend(now);
        return Turn.NOW;
    }

    @Override
    public synchronized void learn(RateSignal signal) {
        long now = time.nanos();
        heard = true;
        signal.window().filter(per -> !per.isNegative() && !per.isZero()).ifPresent(per -> window = padded(per));
        daily.learn(signal, now);
        log.forgetUntil(now - window);
        share.learn(signal, log.size(), now, window);
        if (signal.throttled()) {
            share.halve(now, window);
            close(now + signal.retryAfter().map(WindowBudget::padded).orElse(window));
        }
    }

    @Override
    public synchronized RateState state() {
        long now = time.nanos();
        log.forgetUntil(now - window);
        Duration per = Duration.ofNanos(window / 102 * 100);
        long closedFor = Math.max(daily.emptyFor(now), closed ? Math.max(0, closedUntil - now) : 0);
        return new RateState(
                share.limit(),
                share.allowed(),
                log.size(),
                per,
                daily.remaining(),
                Duration.ofNanos(closedFor),
                daily.emptyFor(now) > 0);
    }

    /** Waits that bind every lane: the vendor's refusal, the day's quota, and the first reply not yet heard. */
    private long blockedFor(long now) {
        long wait = daily.emptyFor(now);
        if (closed) {
            closed = closedUntil - now > 0;
            wait = Math.max(wait, closedUntil - now);
        }
        if (granted && !heard && now - firstGrant < window) {
            // Short, because nobody wakes the waiting ones when the reply comes.
            wait = Math.max(
                    wait,
                    Math.min(window / share.allowed(), Duration.ofMillis(50).toNanos()));
        }
        return wait;
    }

    /** How long until one more permit leaves every window within what this lane may use. */
    private long logFullFor(Lane lane, long now) {
        log.forgetUntil(now - window);
        int usable = usable(lane, now);
        return log.size() < usable ? 0 : log.newest(usable) + window - now;
    }

    /** A fifth is kept for people who wait, as long as there were any lately. */
    private int usable(Lane lane, long now) {
        int allowed = share.allowed();
        boolean reserve = lane != Lane.LIVE && liveAsked && now - lastLive < window;
        return reserve ? Math.max(1, allowed - allowed / 5) : allowed;
    }

    /** In the first window all lanes: nobody knows what a killed predecessor has just sent. */
    private boolean paced(Lane lane, long now) {
        return lane != Lane.LIVE || !granted || now - firstGrant < window;
    }

    private Pacer pacer() {
        if (!pacer.fits(share.allowed(), window)) {
            pacer = new Pacer(share.allowed(), window, time);
        }
        return pacer;
    }

    private void close(long until) {
        closedUntil = closed ? Math.max(closedUntil, until) : until;
        closed = true;
    }

    /** Two per cent longer than the vendor says: requests do not arrive in the rhythm they were sent in. */
    private static long padded(Duration window) {
        return Math.max(1, Math.min(window.toNanos(), 30 * DAY) / 100 * 102);
    }

    /** The quota of the day, the vendor's word before our own count. */
    private static final class Quota {
        private OptionalInt limit;
        private long resetAt;
        private int left;

        Quota(OptionalInt limit, long now) {
            this.limit = limit;
            refill(now);
        }

        void spend(long now) {
            if (resetAt - now <= 0) {
                refill(now);
            }
            left--;
        }

        long emptyFor(long now) {
            return limit.isPresent() && left <= 0 ? Math.max(0, resetAt - now) : 0;
        }

        OptionalInt remaining() {
            return limit.isPresent() ? OptionalInt.of(Math.max(0, left)) : OptionalInt.empty();
        }

        void learn(RateSignal signal, long now) {
            if (signal.dailyLimit().isPresent()) {
                limit = signal.dailyLimit();
            }
            if (signal.dailyRemaining().isPresent()) {
                limit = limit.isPresent() ? limit : signal.dailyRemaining();
                left = signal.dailyRemaining().getAsInt();
            }
            signal.dailyReset().ifPresent(reset -> resetAt = now + Math.min(reset.toNanos(), DAY));
        }

        private void refill(long now) {
            left = limit.orElse(Integer.MAX_VALUE);
            resetAt = now + DAY;
        }
    }
}
