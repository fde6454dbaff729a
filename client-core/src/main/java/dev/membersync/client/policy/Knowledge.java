package dev.membersync.client.policy;

import java.time.Duration;
import java.util.Optional;

/**
 * What is known of one limit, on one clock: the vendor's terms, strangers who draw on it too, the day, refusals, whether
 * everybody waits for a first reply, and who waits. Not thread-safe.
 */
final class Knowledge {
    /** Nobody wakes the waiting ones when the reply comes. */
    private static final long GLANCE = Duration.ofMillis(50).toNanos();

    final Terms terms;
    private final RateLimit limit;
    private final Share share;
    private final DayQuota daily;
    private final Pause pause = new Pause();
    private final Probe probe = new Probe();
    private final LiveDemand live = new LiveDemand();

    Knowledge(RateLimit limit, long now) {
        this.limit = limit;
        this.terms = new Terms(limit);
        this.share = new Share(limit.calls(), now);
        this.daily = new DayQuota(limit, now);
    }

    /** How many calls of a window are ours, by what the last replies said. */
    int allowed(long now) {
        double trusted = terms.calls() * pause.trust(now, terms.window());
        return (int) Math.max(1, Math.min(Math.rint(share.allowed()), trusted));
    }

    /** The vendor's refusal binds every lane, and so does the day's quota, the others before the live one. */
    long closedFor(Lane lane, long now) {
        return Math.max(daily.emptyFor(lane, now), pause.left(now));
    }

    /** A fifth of a part is kept for people who wait, as long as there were any lately. */
    int usable(Lane lane, int part, long now) {
        boolean reserve = lane != Lane.LIVE && live.recent(now, terms.window());
        return reserve ? Math.max(1, part - part / 5) : part;
    }

    /** All lanes in the first window, as nobody knows what a killed predecessor has just sent, and beside others. */
    boolean isPaced(Lane lane, long now) {
        long window = terms.window();
        return lane != Lane.LIVE || probe.first(now, window) || share.shared() || live.saturated(now, window);
    }

    /** How long until one may look again, while everybody waits for the reply to one call; else zero. */
    long waitForReply(int allowed, long now) {
        return probe.waiting(now, terms.window()) ? Math.min(terms.window() / allowed, GLANCE) : 0;
    }

    /** Whether everybody waits for the reply to one call, or will once it is sent. */
    boolean isAlone(long now) {
        return probe.newcomer() || probe.waiting(now, terms.window());
    }

    void liveAsked(long now) {
        live.asked(now);
    }

    /** A live caller was told to come back at a time. */
    void liveHeldUntil(long time) {
        live.heldUntil(time);
    }

    /** The first call, and one after a silence in which others may have come back, goes ahead alone. */
    void sent(long now) {
        probe.sent(now, share.stale(now, terms.window()));
        daily.spend(now);
    }

    /** Permits that were spent and not used. */
    void giveBack(int unused) {
        daily.giveBack(unused);
    }

    /** Nothing may be sent for so long. */
    void close(long now, long length) {
        pause.close(now, length);
    }

    /** What our own calls make of a reply; asked when the terms are those that it told. */
    @FunctionalInterface
    interface Calls {
        /** What it says about the window, when it says something. */
        Share.Count ofTheWindow(RateSignal signal);

        /** The reply as it is true of the day now. */
        default RateSignal ofTheDay(RateSignal signal) {
            return signal;
        }
    }

    /** What a reply said. */
    void learn(RateSignal signal, Calls calls, long now) {
        probe.replied(signal.throttled());
        if (terms.learn(signal)) {
            share.restart(terms.calls(), now);
        }
        daily.learn(calls.ofTheDay(signal), now);
        if (signal.remaining().isPresent()) {
            share.counted(calls.ofTheWindow(signal), terms.calls(), now, terms.window());
        } else {
            share.silent(terms.calls(), now, terms.window());
        }
        if (signal.throttled()) {
            refused(signal, now);
        }
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
    private static long someTimeInside(long window, long now) {
        double part = ((now * 0x9E3779B97F4A7C15L) >>> 11) * 0x1p-53;
        return (long) (window * (0.25 + part / 2));
    }

    /** @param used how many calls are in the window */
    RateState state(int used, long now) {
        return new RateState(
                terms.calls(),
                allowed(now),
                used,
                terms.per(),
                daily.remaining(),
                Duration.ofNanos(closedFor(Lane.LIVE, now)),
                daily.emptyFor(Lane.LIVE, now) > 0);
    }

    void write(PageWriter page) {
        terms.write(page);
        page.put(terms.calls());
        share.write(page);
        daily.write(page, limit);
        pause.write(page);
        probe.write(page);
        live.write(page);
    }

    /** Goes on with what was known under what may have been another limit. */
    void read(PageReader page, long now) {
        terms.read(page);
        boolean sameCalls = page.small() == terms.calls();
        share.read(page);
        if (!sameCalls) {
            share.restart(terms.calls(), now);
        }
        daily.read(page, limit);
        pause.read(page);
        probe.read(page);
        live.read(page);
    }
}
