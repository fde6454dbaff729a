package dev.membersync.sync.engine;

import dev.membersync.sync.store.SyncStore.Tx;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stops a live workflow until a person lets it go on: before a mass change, and after too many failures in a row. Why it waits
 * stands in the store. Thread-safe.
 */
final class Brake {
    private static final String NEXT =
            "marks keep coming in and nothing is written; look, then let it go on with this number";

    private final Parts parts;
    private final Breaker breaker;
    private final Teller teller;
    private volatile @Nullable LivePause pause;

    /** @param window the time in which decided operations count against the guards */
    Brake(Parts parts, Duration window, Teller teller) {
        this.parts = parts;
        this.breaker = new Breaker(parts.workflow().guards(), parts.time(), window);
        this.teller = teller;
    }

    /** Tells a person. */
    interface Teller {
        void tell(String kind, long number, String message, String nextStep);
    }

    /** Takes over a pause that another process left. */
    void find(Tx tx) {
        pause = LivePause.find(tx).orElse(null);
    }

    Optional<LivePause> pause() {
        return Optional.ofNullable(pause);
    }

    boolean isOn() {
        return pause != null;
    }

    /** Stops, unless it is stopped already. */
    synchronized void pull(LivePause why) {
        if (pause != null) {
            return;
        }
        pause = why;
        parts.store().inTransaction(parts.scope(), tx -> {
            why.save(tx);
            return true;
        });
        teller.tell(why.kind(), why.number(), why.message(), NEXT);
    }

    /**
     * Lets the work go on; its count begins anew. Empty when the number is not that of the pause.
     *
     * @param afresh done before anybody works again
     */
    synchronized Optional<LivePause> release(long number, Runnable afresh) {
        LivePause why = pause;
        if (why == null || why.number() != number) {
            return Optional.empty();
        }
        parts.store().inTransaction(parts.scope(), tx -> {
            LivePause.lift(tx);
            return true;
        });
        breaker.reset();
        afresh.run();
        pause = null;
        return Optional.of(why);
    }

    /** How many links there are; what percentages are taken of. */
    void links(long count) {
        breaker.links(count);
    }

    /** Stands before the first write of each member. */
    Step step() {
        return new BreakerStep(breaker, this::pull);
    }

    /** Counts a member who is to be made for this ticket; false when nobody is made any more. */
    boolean mayMake(String ticket) {
        Optional<Breaker.Objection> objection = breaker.addCreate(ticket);
        objection.ifPresent(this::pull);
        return objection.isEmpty() && pause == null;
    }

    private void pull(Breaker.Objection objection) {
        pull(new LivePause(LivePause.MASS_CHANGE, objection.number(), objection.message()));
    }
}
