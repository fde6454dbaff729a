package dev.membersync.client.policy;

import dev.membersync.client.time.Time;
import java.time.Duration;

/**
 * An exact log of granted permits keeps every sliding window; a pacer spreads the lanes that can wait; what replies say
 * moves the share of the limit that is used. A permit is only ever granted for now, so a caller that gives up while
 * waiting takes nothing from the others.
 */
final class WindowBudget implements RateBudget {
    private final Time time;
    private final SendLog log = new SendLog();
    private final Knowledge knowledge;
    private Pacer pacer;

    WindowBudget(RateLimit limit, Time time) {
        this.time = time;
        this.knowledge = new Knowledge(limit, time.nanos());
        this.pacer = new Pacer(limit.calls(), window(), time);
    }

    @Override
    public synchronized Turn turn(Lane lane) {
        long now = time.nanos();
        if (lane == Lane.LIVE) {
            knowledge.liveAsked(now);
        }
        int allowed = knowledge.allowed(now);
        long wait = Math.max(knowledge.closedFor(lane, now), logFullFor(lane, now, allowed));
        boolean scarce = wait > 0 || log.after(now - window()) > allowed / 2;
        wait = Math.max(wait, knowledge.waitForReply(allowed, now));
        if (wait == 0 && knowledge.isPaced(lane, now) && !pacer(allowed).take()) {
            wait = Math.max(1, pacer.waitNanos());
        }
        if (wait == 0) {
            knowledge.sent(now);
            log.add(now);
            return Turn.NOW;
        }
        if (lane == Lane.LIVE && scarce) {
            knowledge.liveHeldUntil(now + wait);
        }
        return Turn.later(Duration.ofNanos(wait));
    }

    @Override
    public synchronized void learn(RateSignal signal) {
        long now = time.nanos();
        knowledge.learn(signal, reply -> count(reply, now), now);
    }

    @Override
    public synchronized RateState state() {
        long now = time.nanos();
        return knowledge.state(log.after(now - window()), now);
    }

    private long window() {
        return knowledge.terms.window();
    }

    /** How long until one more permit leaves every window within what this lane may use. */
    private long logFullFor(Lane lane, long now, int allowed) {
        // Twice as long as needed here: a reply speaks of the window in which it was sent.
        log.forgetUntil(now - 2 * Math.max(window(), knowledge.terms.vendorWindow()));
        int usable = knowledge.usable(lane, allowed, now);
        return log.size() < usable ? 0 : Math.max(0, log.newest(usable) + window() - now);
    }

    private Pacer pacer(int allowed) {
        if (!pacer.fits(allowed, window())) {
            pacer = new Pacer(allowed, window(), time);
        }
        return pacer;
    }

    /** The counts are as old as the reply is slow; a call that was on its way in between may be in them or not. */
    private Share.Count count(RateSignal signal, long now) {
        Terms terms = knowledge.terms;
        long took = Math.min(Terms.bounded(signal.took()), terms.vendorWindow());
        long middle = now - took / 2;
        int most = log.after(now - took - Terms.padded(terms.vendorWindow()));
        int likely = log.after(middle - terms.vendorWindow()) - log.after(middle);
        int used = terms.vendorCalls() - signal.remaining().orElse(0);
        return new Share.Count(terms.vendorCalls(), used, most, likely);
    }
}
