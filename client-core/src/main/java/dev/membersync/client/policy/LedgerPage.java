package dev.membersync.client.policy;

import java.nio.BufferUnderflowException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What all processes know together about one credential, while one of them writes it: the same parts as a {@link
 * WindowBudget} has, on the ledger's clock, and who asked. Not thread-safe.
 */
final class LedgerPage {
    /** So long may a permit be used after it was given. */
    static final long HOLD = Duration.ofMillis(250).toNanos();

    /** Nobody is woken when another gives permits back, so nobody waits longer than this before asking again. */
    private static final long PATIENCE = Duration.ofMillis(500).toNanos();

    private static final long FORM = 1;

    private final RateLimit asked;
    private final RateLimit limit;
    private final long party;
    private final long now;
    private final String epoch;
    private final Parties parties = new Parties();
    private final Terms terms;
    private final Share share;
    private final DayQuota daily;
    private final Pause pause = new Pause();
    private final Probe probe = new Probe();
    private final LiveDemand live = new LiveDemand();
    private final Grants grants = new Grants();
    private final Pace pace = new Pace();

    private LedgerPage(Parties before, RateLimit asked, long party, long now, String epoch) {
        this.asked = asked;
        this.limit = before.strictest(party, asked);
        this.party = party;
        this.now = now;
        this.epoch = epoch;
        this.terms = new Terms(limit);
        this.share = new Share(limit.calls(), now);
        this.daily = new DayQuota(limit, now);
    }

    /** The page as it was kept, in the eyes of one party at a time. */
    static LedgerPage read(byte[] kept, RateLimit asked, long party, long clock, String epoch) {
        if (kept.length == 0) {
            return new LedgerPage(new Parties(), asked, party, clock, epoch);
        }
        try {
            PageReader page = new PageReader(kept);
            long written = page.number() == FORM ? page.number() : Long.MAX_VALUE;
            if (written - clock <= HOLD) {
                return read(page, written, asked, party, Math.max(clock, written), epoch);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            // Not ours to read: whoever wrote it may have sent as much as there is.
        }
        return new LedgerPage(new Parties(), asked, party, clock, epoch).closed();
    }

    private static LedgerPage read(PageReader kept, long written, RateLimit asked, long party, long now, String epoch) {
        boolean same = kept.text().equals(epoch);
        Parties parties = new Parties();
        parties.read(kept);
        LedgerPage page = new LedgerPage(parties, asked, party, now, epoch);
        page.terms.read(kept);
        boolean sameCalls = kept.small() == page.terms.calls();
        page.share.read(kept);
        if (!sameCalls) {
            page.share.restart(page.terms.calls(), now);
        }
        page.daily.read(kept, page.limit);
        page.pause.read(kept);
        page.probe.read(kept);
        page.live.read(kept);
        page.grants.read(kept, written);
        page.pace.read(kept);
        page.parties.takeOver(parties);
        return same ? page : page.closed();
    }

    byte[] bytes() {
        grants.forgetUntil(now - 2 * Math.max(terms.window(), terms.vendorWindow()));
        PageWriter page = new PageWriter();
        page.put(FORM);
        page.put(now);
        page.put(epoch);
        parties.write(page);
        terms.write(page);
        page.put(terms.calls());
        share.write(page);
        daily.write(page, limit);
        pause.write(page);
        probe.write(page);
        live.write(page);
        grants.write(page, now);
        pace.write(page);
        return page.bytes();
    }

    /** What was given lately is not known any more, so nothing is until all of it is over. */
    private LedgerPage closed() {
        pause.close(now, terms.window() + HOLD);
        return this;
    }

    /** A batch that one held: how long after the giving it used the last permit, and how many it did not use. */
    void settle(long batch, long usedFor, int unused) {
        daily.giveBack(grants.settle(batch, usedFor, unused, terms.window()));
    }

    /** What a reply said. */
    void learn(RateSignal signal) {
        probe.replied(signal.throttled());
        if (terms.learn(signal)) {
            share.restart(terms.calls(), now);
        }
        long sent = now - Math.min(Terms.bounded(signal.took()), terms.vendorWindow());
        daily.learn(since(sent, signal), now);
        if (signal.remaining().isPresent()) {
            share.counted(count(signal, sent), terms.calls(), now, terms.window());
        } else {
            share.silent(terms.calls(), now, terms.window());
        }
        if (signal.throttled()) {
            refused(signal);
        }
    }

    /** The vendor's word about the day is as old as its call; what others were given since is not in it. */
    private RateSignal since(long sent, RateSignal signal) {
        if (signal.dailyRemaining().isEmpty()) {
            return signal;
        }
        int told = signal.dailyRemaining().getAsInt();
        return signal.withDailyRemaining(Math.max(0, told - Math.max(0, grants.givenAfter(sent))));
    }

    /** Calls of all processes are ours, those that may still be sent among them: only more than these are strangers'. */
    private Share.Count count(RateSignal signal, long sent) {
        long middle = now - (now - sent) / 2;
        int most = grants.usedAfter(sent - Terms.padded(terms.vendorWindow()));
        int likely = grants.givenAfter(middle - terms.vendorWindow()) - grants.givenAfter(middle);
        int used = terms.vendorCalls() - signal.remaining().orElse(0);
        return new Share.Count(terms.vendorCalls(), used, most, likely);
    }

    private void refused(RateSignal signal) {
        long window = terms.window();
        Optional<Long> asked = signal.retryAfter().map(Terms::bounded).map(Terms::padded);
        if (probe.newcomer()) {
            pause.close(now, asked.orElse(WindowBudget.someTimeInside(window, now)));
        } else {
            pause.refused(now, now - Terms.bounded(signal.took()), asked.orElse(-1L), window);
        }
    }

    /**
     * What an asker was given.
     *
     * @param batch the number of its batch, 0 when it got nothing
     * @param liveWait how long until a live caller who got nothing may ask again
     * @param pacedWait the same for every other lane
     * @param alone whether everybody waits for the reply to one call
     */
    record Given(long batch, int live, int paced, long liveWait, long pacedWait, boolean alone, RateState state) {}

    /** Gives as many of the wanted permits as there are for this party now. */
    Given take(int live, int paced) {
        parties.asked(party, asked, now, 2 * terms.window());
        if (live > 0) {
            this.live.asked(now);
        }
        long batch = grants.nextId();
        int liveGiven = take(Lane.LIVE, live, batch);
        long liveWait = liveGiven < live ? held(obstacle(Lane.LIVE)) : 0;
        int pacedGiven = take(Lane.BACKFILL, paced, batch);
        long pacedWait = pacedGiven < paced ? Math.max(1, obstacle(Lane.BACKFILL)) : 0;
        answered(Lane.LIVE, live, liveWait);
        answered(Lane.BACKFILL, paced, pacedWait);
        boolean alone = probe.newcomer() || probe.waiting(now, terms.window());
        return new Given(
                liveGiven + pacedGiven == 0 ? 0 : batch, liveGiven, pacedGiven, liveWait, pacedWait, alone, state());
    }

    private void answered(Lane lane, int wanted, long wait) {
        if (wanted > 0) {
            parties.answered(party, lane, now, wait);
        }
    }

    private long held(long wait) {
        if (wait >= terms.window() / allowed() || grants.usedAfter(now - terms.window()) > allowed() / 2) {
            live.heldUntil(now + wait);
        }
        return Math.max(1, wait);
    }

    private int take(Lane lane, int wanted, long batch) {
        int given = 0;
        while (given < wanted && obstacle(lane) == 0) {
            if (isPaced(lane)) {
                pace.take();
            }
            probe.sent(now, share.stale(now, terms.window()));
            grants.add(batch, party, now, now + HOLD);
            daily.spend(now);
            given++;
        }
        return given;
    }

    /** How long until this lane can be given a permit; zero when it can now. */
    private long obstacle(Lane lane) {
        long window = terms.window();
        int allowed = allowed();
        long closed = Math.max(daily.emptyFor(lane, now), pause.left(now));
        if (closed > 0) {
            return closed;
        }
        if (room(lane, allowed) <= 0) {
            long free = grants.nextEnd(now - window) + window - now;
            return free <= 0 ? PATIENCE : Math.min(free, PATIENCE);
        }
        if (probe.waiting(now, window)) {
            return Math.min(window / allowed, WindowBudget.GLANCE);
        }
        return isPaced(lane) ? pace.waitNanos(now, allowed, window) : 0;
    }

    private boolean isPaced(Lane lane) {
        long window = terms.window();
        return lane != Lane.LIVE || probe.first(now, window) || share.shared() || live.saturated(now, window);
    }

    /**
     * How many permits this party may have now. While others wait, that is its part of what those who want less leave;
     * more than that only if none of them has less than its own part.
     */
    private int room(Lane lane, int allowed) {
        long from = now - terms.window();
        int used = grants.usedAfter(from);
        int open = Math.min(allowed, usable(lane, allowed)) - used;
        List<Parties.Party> waiting = parties.waitingBeside(party, now);
        if (allowed <= used || waiting.isEmpty()) {
            return open;
        }
        int own = grants.usedAfter(from, party);
        int theirs = waiting.stream()
                .mapToInt(other -> grants.usedAfter(from, other.id()))
                .sum();
        int sharers = waiting.size() + 1;
        int part = Math.max(1, (allowed - (used - own - theirs) + sharers - 1) / sharers);
        if (own < usable(lane, part)) {
            return Math.min(allowed - used, usable(lane, part) - own);
        }
        boolean owed =
                waiting.stream().anyMatch(other -> grants.usedAfter(from, other.id()) < usable(other.lane(now), part));
        return owed ? 0 : open;
    }

    /** A fifth is kept for people who wait, as long as there were any lately. */
    private int usable(Lane lane, int part) {
        boolean reserve = lane != Lane.LIVE && live.recent(now, terms.window());
        return reserve ? Math.max(1, part - part / 5) : part;
    }

    private int allowed() {
        double trusted = terms.calls() * pause.trust(now, terms.window());
        return (int) Math.max(1, Math.min(Math.rint(share.allowed()), trusted));
    }

    private RateState state() {
        OptionalInt left = daily.remaining();
        long empty = daily.emptyFor(Lane.LIVE, now);
        return new RateState(
                terms.calls(),
                allowed(),
                grants.usedAfter(now - terms.window()),
                terms.per(),
                left,
                Duration.ofNanos(Math.max(empty, pause.left(now))),
                empty > 0);
    }
}
