package dev.membersync.client.policy;

import dev.membersync.client.time.Time;
import java.time.Duration;
import java.util.Optional;

/**
 * An exact log of granted permits keeps every sliding window; a pacer spreads the lanes that can wait; what replies say
 * moves the share of the limit that is used. A permit is only ever granted for now, so a caller that gives up while
 * waiting takes nothing from the others.
 */
final class WindowBudget implements RateBudget {
    /** Nobody wakes the waiting ones when the reply comes. */
    static final long GLANCE = Duration.ofMillis(50).toNanos();

    private final Time time;
    private final SendLog log = new SendLog();
    private final Terms terms;
    private final Share share;
    private final Pause pause = new Pause();
    private final DayQuota daily;
    private final Probe probe = new Probe();
    private final LiveDemand live = new LiveDemand();
    private Pacer pacer;

    WindowBudget(RateLimit limit, Time time) {
        this.time = time;
        this.terms = new Terms(limit);
        this.share = new Share(limit.calls(), time.nanos());
        this.daily = new DayQuota(limit, time.nanos());
        this.pacer = new Pacer(limit.calls(), terms.window(), time);
    }

    @Override
    public synchronized Turn turn(Lane lane) {
        long now = time.nanos();
        if (lane == Lane.LIVE) {
            live.asked(now);
        }
        int allowed = allowed(now);
        long wait = Math.max(closedFor(lane, now), logFullFor(lane, now, allowed));
        boolean scarce = wait > 0 || log.after(now - terms.window()) > allowed / 2;
        wait = Math.max(wait, probe.waiting(now, terms.window()) ? Math.min(terms.window() / allowed, GLANCE) : 0);
        if (wait == 0 && paced(lane, now) && !pacer(allowed).take()) {
            wait = Math.max(1, pacer.waitNanos());
        }
        if (wait == 0) {
            grant(now);
            return Turn.NOW;
        }
        if (lane == Lane.LIVE && scarce) {
            live.heldUntil(now + wait);
        }
        return Turn.later(Duration.ofNanos(wait));
    }

    @Override
    public synchronized void learn(RateSignal signal) {
        long now = time.nanos();
        probe.replied(signal.throttled());
        if (terms.learn(signal)) {
            share.restart(terms.calls(), now);
        }
        daily.learn(signal, now);
        if (signal.remaining().isPresent()) {
            share.counted(count(signal, now), terms.calls(), now, terms.window());
        } else {
            share.silent(terms.calls(), now, terms.window());
        }
        if (signal.throttled()) {
            refused(signal, now);
        }
    }

    @Override
    public synchronized RateState state() {
        long now = time.nanos();
        return new RateState(
                terms.calls(),
                allowed(now),
                log.after(now - terms.window()),
                terms.per(),
                daily.remaining(),
                Duration.ofNanos(closedFor(Lane.LIVE, now)),
                daily.emptyFor(Lane.LIVE, now) > 0);
    }

    private int allowed(long now) {
        double trusted = terms.calls() * pause.trust(now, terms.window());
        return (int) Math.max(1, Math.min(Math.rint(share.allowed()), trusted));
    }

    /** The vendor's refusal binds every lane, and so does the day's quota, the others before the live one. */
    private long closedFor(Lane lane, long now) {
        return Math.max(daily.emptyFor(lane, now), pause.left(now));
    }

    /** How long until one more permit leaves every window within what this lane may use. */
    private long logFullFor(Lane lane, long now, int allowed) {
        // Twice as long as needed here: a reply speaks of the window in which it was sent.
        log.forgetUntil(now - 2 * Math.max(terms.window(), terms.vendorWindow()));
        int usable = usable(lane, now, allowed);
        return log.size() < usable ? 0 : Math.max(0, log.newest(usable) + terms.window() - now);
    }

    /** A fifth is kept for people who wait, as long as there were any lately. */
    private int usable(Lane lane, long now, int allowed) {
        boolean reserve = lane != Lane.LIVE && live.recent(now, terms.window());
        return reserve ? Math.max(1, allowed - allowed / 5) : allowed;
    }

    /** All lanes in the first window, as nobody knows what a killed predecessor has just sent, and beside others. */
    private boolean paced(Lane lane, long now) {
        long window = terms.window();
        return lane != Lane.LIVE || probe.first(now, window) || share.shared() || live.saturated(now, window);
    }

    private Pacer pacer(int allowed) {
        if (!pacer.fits(allowed, terms.window())) {
            pacer = new Pacer(allowed, terms.window(), time);
        }
        return pacer;
    }

    /** The first call, and one after a silence in which others may have come back, goes ahead alone. */
    private void grant(long now) {
        probe.sent(now, share.stale(now, terms.window()));
        log.add(now);
        daily.spend(now);
    }

    /** The refusal of a newcomer says that others are there, nothing about its own rate: it only comes back later. */
    private void refused(RateSignal signal, long now) {
        long window = terms.window();
        Optional<Long> asked = signal.retryAfter().map(Terms::bounded).map(Terms::padded);
        if (probe.newcomer()) {
            pause.close(now, asked.orElse(someTimeInside(window, now)));
        } else {
            pause.refused(now, now - Terms.bounded(signal.took()), asked.orElse(-1L), window);
        }
    }

    /** One who always asks a whole window later meets the same moment of the others' rhythm for ever. */
    static long someTimeInside(long window, long now) {
        double part = ((now * 0x9E3779B97F4A7C15L) >>> 11) * 0x1p-53;
        return (long) (window * (0.25 + part / 2));
    }

    /** The counts are as old as the reply is slow; a call that was on its way in between may be in them or not. */
    private Share.Count count(RateSignal signal, long now) {
        long took = Math.min(Terms.bounded(signal.took()), terms.vendorWindow());
        long middle = now - took / 2;
        int most = log.after(now - took - Terms.padded(terms.vendorWindow()));
        int likely = log.after(middle - terms.vendorWindow()) - log.after(middle);
        int used = terms.vendorCalls() - signal.remaining().orElse(0);
        return new Share.Count(terms.vendorCalls(), used, most, likely);
    }
}
