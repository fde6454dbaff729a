package dev.membersync.client.policy;

import dev.membersync.client.error.TransportException;
import dev.membersync.client.policy.LedgerPage.Given;
import dev.membersync.client.time.Time;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Takes permits from a ledger, as many at once as there are callers who can use them now. A permit is used within its hold,
 * counted from before the ledger was asked, or given back with the next entry, which also tells when the last one was used.
 */
final class SharedBudget implements RateBudget {
    private static final int BATCH = 10;

    private final RateLimit limit;
    private final Time time;
    private final RateLedger ledger;
    private final String credential;
    private final long party;
    private final Callers live = new Callers();
    private final Callers paced = new Callers();
    private final List<Heard> heard = new ArrayList<>();
    private volatile RateState state;
    private @Nullable Batch batch;
    private boolean alone = true;
    private long liveAgain;
    private long pacedAgain;

    SharedBudget(RateLimit limit, Time time, RateLedger ledger, String credential, String party) {
        this.limit = limit;
        this.time = time;
        this.ledger = ledger;
        this.credential = credential;
        this.party =
                UUID.nameUUIDFromBytes(party.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
        this.liveAgain = time.nanos();
        this.pacedAgain = liveAgain;
        this.state = new RateState(limit.calls(), limit.calls(), 0, limit.per(), limit.daily(), Duration.ZERO, false);
    }

    /** A reply that the ledger was not told of yet. */
    private record Heard(RateSignal signal, long at) {
        RateSignal now(long now) {
            return signal.took(signal.took().plusNanos(now - at));
        }
    }

    /** Permits in hand. */
    private static final class Batch {
        private final long number;
        private final long asked;
        private int live;
        private int paced;
        private long usedFor;

        Batch(Given given, long asked) {
            this.number = given.batch();
            this.live = given.live();
            this.paced = given.paced();
            this.asked = asked;
        }

        /** A caller who waits takes what there is, the others only what is theirs. */
        boolean use(Lane lane, long now) {
            if (now - asked >= LedgerPage.HOLD || paced + live == 0 || (lane != Lane.LIVE && paced == 0)) {
                return false;
            }
            if (lane == Lane.LIVE && live > 0) {
                live--;
            } else {
                paced--;
            }
            usedFor = now - asked;
            return true;
        }
    }

    @Override
    public Turn turn(Lane lane) {
        Callers callers = callers(lane);
        callers.enter();
        try {
            return next(lane, callers);
        } finally {
            callers.leave();
        }
    }

    private Callers callers(Lane lane) {
        return lane == Lane.LIVE ? live : paced;
    }

    private synchronized Turn next(Lane lane, Callers callers) {
        long now = time.nanos();
        callers.back(now);
        if (use(lane, now)) {
            return Turn.NOW;
        }
        if (again(lane) - now <= 0) {
            ask(lane);
            now = time.nanos();
            if (use(lane, now)) {
                return Turn.NOW;
            }
        }
        long wait = Math.max(1, again(lane) - now);
        callers.comesBackAt(now + wait);
        return Turn.later(Duration.ofNanos(wait));
    }

    private boolean use(Lane lane, long now) {
        return batch != null && batch.use(lane, now);
    }

    private long again(Lane lane) {
        return lane == Lane.LIVE ? liveAgain : pacedAgain;
    }

    /** Both lanes of this process ask at once where they may. */
    private void ask(Lane lane) {
        long now = time.nanos();
        int liveWish = lane == Lane.LIVE ? live.wanting(now, BATCH) : 0;
        int pacedWish = lane == Lane.LIVE ? 0 : paced.wanting(now, BATCH);
        try {
            exchange(liveWish, pacedWish);
        } catch (RuntimeException e) {
            throw TransportException.notSent(
                    "no permit: the rate budget that all processes share cannot be reached (" + e.getMessage() + ")",
                    e);
        }
    }

    private void exchange(int liveWish, int pacedWish) {
        AtomicReference<@Nullable Given> given = new AtomicReference<>();
        Batch before = batch;
        // What may have been told cannot be used any more, even if the answer is lost.
        batch = null;
        long asked = time.nanos();
        ledger.write(credential, (kept, clock, epoch) -> {
            LedgerPage page = LedgerPage.read(kept, limit, party, clock, epoch);
            if (before != null) {
                page.settle(before.number, before.usedFor, before.live + before.paced);
            }
            heard.forEach(one -> page.learn(one.now(asked)));
            given.set(page.take(liveWish, pacedWish));
            return page.bytes();
        });
        heard.clear();
        take(given.get(), asked, liveWish > 0, pacedWish > 0);
    }

    private void take(@Nullable Given given, long asked, boolean wantedLive, boolean wantedPaced) {
        if (given == null) {
            throw new IllegalStateException("the ledger kept an entry without writing it");
        }
        long now = time.nanos();
        state = given.state();
        alone = given.alone();
        liveAgain = wantedLive ? now + given.liveWait() : liveAgain;
        pacedAgain = wantedPaced ? now + given.pacedWait() : pacedAgain;
        batch = given.batch() == 0 ? null : new Batch(given, asked);
    }

    /** Refusals concern all processes at once, and so does the reply that all of them wait for. */
    @Override
    public synchronized void learn(RateSignal signal) {
        boolean urgent = alone || signal.throttled();
        if (urgent || !signal.equals(RateSignal.NONE)) {
            heard.removeIf(one -> !one.signal().throttled());
            heard.add(new Heard(signal, time.nanos()));
        }
        if (urgent) {
            try {
                exchange(0, 0);
            } catch (RuntimeException e) {
                // It is told before the next permit is asked for.
                alone = true;
            }
        }
    }

    /** As the ledger said last. */
    @Override
    public RateState state() {
        return state;
    }
}
