package dev.membersync.client.policy;

import java.nio.BufferUnderflowException;
import java.time.Duration;
import java.util.List;

/**
 * What all processes know together about one credential, while one of them writes it: the same as a {@link WindowBudget}
 * knows, on the ledger's clock, and who asked. Not thread-safe.
 */
final class LedgerPage implements Knowledge.Calls {
    /** So long may a permit be used after it was given. */
    static final long HOLD = Duration.ofMillis(250).toNanos();

    /** Nobody is woken when another gives permits back, so nobody waits longer than this before asking again. */
    private static final long PATIENCE = Duration.ofMillis(500).toNanos();

    private static final long FORM = 1;

    private final RateLimit asked;
    private final long party;
    private final long now;
    private final String epoch;
    private final Parties parties = new Parties();
    private final Knowledge knowledge;
    private final Grants grants = new Grants();
    private final Pace pace = new Pace();

    private LedgerPage(Parties before, RateLimit asked, long party, long now, String epoch) {
        this.asked = asked;
        this.party = party;
        this.now = now;
        this.epoch = epoch;
        this.knowledge = new Knowledge(before.strictest(party, asked), now);
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
        page.knowledge.read(kept, now);
        page.grants.read(kept, written);
        page.pace.read(kept);
        page.parties.takeOver(parties);
        return same ? page : page.closed();
    }

    byte[] bytes() {
        grants.forgetUntil(now - 2 * Math.max(window(), knowledge.terms.vendorWindow()));
        PageWriter page = new PageWriter();
        page.put(FORM);
        page.put(now);
        page.put(epoch);
        parties.write(page);
        knowledge.write(page);
        grants.write(page, now);
        pace.write(page);
        return page.bytes();
    }

    /** What was given lately is not known any more, so nothing is until all of it is over. */
    private LedgerPage closed() {
        knowledge.close(now, window() + HOLD);
        return this;
    }

    /** A batch that one held: how long after the giving it used the last permit, and how many it did not use. */
    void settle(long batch, long usedFor, int unused) {
        knowledge.giveBack(grants.settle(batch, usedFor, unused, window()));
    }

    /** What a reply said. */
    void learn(RateSignal signal) {
        knowledge.learn(signal, this, now);
    }

    private long sent(RateSignal signal) {
        return now - Math.min(Terms.bounded(signal.took()), knowledge.terms.vendorWindow());
    }

    /** The vendor's word about the day is as old as its call; what others were given since is not in it. */
    @Override
    public RateSignal ofTheDay(RateSignal signal) {
        if (signal.dailyRemaining().isEmpty()) {
            return signal;
        }
        int told = signal.dailyRemaining().getAsInt();
        return signal.withDailyRemaining(Math.max(0, told - Math.max(0, grants.givenAfter(sent(signal)))));
    }

    /** Calls of all processes are ours, those that may still be sent among them: only more than these are strangers'. */
    @Override
    public Share.Count ofTheWindow(RateSignal signal) {
        Terms terms = knowledge.terms;
        long sent = sent(signal);
        long middle = now - (now - sent) / 2;
        int most = grants.usedAfter(sent - Terms.padded(terms.vendorWindow()));
        int likely = grants.givenAfter(middle - terms.vendorWindow()) - grants.givenAfter(middle);
        int used = terms.vendorCalls() - signal.remaining().orElse(0);
        return new Share.Count(terms.vendorCalls(), used, most, likely);
    }

    private long window() {
        return knowledge.terms.window();
    }

    private int allowed() {
        return knowledge.allowed(now);
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
        parties.asked(party, asked, now, 2 * window());
        if (live > 0) {
            knowledge.liveAsked(now);
        }
        long batch = grants.nextId();
        int liveGiven = take(Lane.LIVE, live, batch);
        long liveWait = liveGiven < live ? held(obstacle(Lane.LIVE)) : 0;
        int pacedGiven = take(Lane.BACKFILL, paced, batch);
        long pacedWait = pacedGiven < paced ? Math.max(1, obstacle(Lane.BACKFILL)) : 0;
        answered(Lane.LIVE, live, liveWait);
        answered(Lane.BACKFILL, paced, pacedWait);
        return new Given(
                liveGiven + pacedGiven == 0 ? 0 : batch,
                liveGiven,
                pacedGiven,
                liveWait,
                pacedWait,
                knowledge.isAlone(now),
                state());
    }

    private void answered(Lane lane, int wanted, long wait) {
        if (wanted > 0) {
            parties.answered(party, lane, now, wait);
        }
    }

    private long held(long wait) {
        if (wait >= window() / allowed() || grants.usedAfter(now - window()) > allowed() / 2) {
            knowledge.liveHeldUntil(now + wait);
        }
        return Math.max(1, wait);
    }

    private int take(Lane lane, int wanted, long batch) {
        int given = 0;
        while (given < wanted && obstacle(lane) == 0) {
            if (knowledge.isPaced(lane, now)) {
                pace.take();
            }
            knowledge.sent(now);
            grants.add(batch, party, now, now + HOLD);
            given++;
        }
        return given;
    }

    /** How long until this lane can be given a permit; zero when it can now. */
    private long obstacle(Lane lane) {
        long window = window();
        int allowed = allowed();
        long closed = knowledge.closedFor(lane, now);
        if (closed > 0) {
            return closed;
        }
        if (room(lane, allowed) <= 0) {
            long free = grants.nextEnd(now - window) + window - now;
            return free <= 0 ? PATIENCE : Math.min(free, PATIENCE);
        }
        long reply = knowledge.waitForReply(allowed, now);
        if (reply > 0) {
            return reply;
        }
        return knowledge.isPaced(lane, now) ? pace.waitNanos(now, allowed, window) : 0;
    }

    /**
     * How many permits this party may have now. While others wait, that is its part of what those who want less leave;
     * more than that only if none of them has less than its own part.
     */
    private int room(Lane lane, int allowed) {
        long from = now - window();
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

    private int usable(Lane lane, int part) {
        return knowledge.usable(lane, part, now);
    }

    private RateState state() {
        return knowledge.state(grants.usedAfter(now - window()), now);
    }
}
