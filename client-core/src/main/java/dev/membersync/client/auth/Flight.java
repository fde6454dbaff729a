package dev.membersync.client.auth;

import dev.membersync.client.auth.Landing.Unsaved;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.time.Cancellable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One renewal, from asking for the lease to giving it back: lease, read again, write down that it begins, ask, save, give
 * back, land. Its steps run one after another on the executor; nothing waits on a thread.
 */
final class Flight {
    private static final Logger LOG = LoggerFactory.getLogger(Flight.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration SAVE_AGAIN = Duration.ofMillis(500);
    private static final int SAVES = 3;

    private final RenewalSettings settings;
    private final Optional<Secret> stale;
    private final Consumer<Landing> landed;
    private final long began;
    private Optional<Unsaved> unsaved;
    private Optional<StoredGrant> stored = Optional.empty();
    private Optional<Instant> lostSince = Optional.empty();
    private TokenStore.@Nullable Lease lease;
    private int saves;
    private boolean repeated;
    private boolean ended;

    /**
     * Prepares a flight; {@link #start} begins it.
     *
     * @param stale the access token to replace
     */
    Flight(RenewalSettings settings, Optional<Secret> stale, Optional<Unsaved> unsaved, Consumer<Landing> landed) {
        this.settings = settings;
        this.stale = stale;
        this.unsaved = unsaved;
        this.landed = landed;
        this.began = settings.time().nanos();
    }

    void start() {
        next(this::board);
    }

    private void board() {
        lease = settings.store().tryLease(settings.key(), settings.hold()).orElse(null);
        stored = settings.store().find(settings.key());
        if (lease == null) {
            waitForTheOther();
        } else if (unsaved.isEmpty() || settle(unsaved.get())) {
            renew();
        }
    }

    private void waitForTheOther() {
        if (stored.isPresent() && newer(stored.get())) {
            land(stored.get());
        } else if (settings.time().nanos() - began > settings.hold().toNanos()) {
            fail(TransportException.notSent("another process has been renewing this token for too long", null));
        } else {
            settings.time().after(POLL, () -> next(this::board));
        }
    }

    /** Saves what an earlier flight could not, before anything else: it is the only pair that the vendor still takes. */
    private boolean settle(Unsaved pair) {
        if (!stored.map(StoredGrant::grant).equals(pair.base())) {
            LOG.warn("the grant of {} was replaced before a renewed one could be saved; it counts", settings.key());
            unsaved = Optional.empty();
            return true;
        }
        if (!save(pair)) {
            return false;
        }
        stored = Optional.of(StoredGrant.of(pair.next()));
        return true;
    }

    private void renew() {
        if (stored.isPresent()
                && newer(stored.get())
                && stored.get().renewalBegun().isEmpty()) {
            land(stored.get());
            return;
        }
        lostSince = stored.flatMap(StoredGrant::renewalBegun);
        // Written ahead: who follows a killed process knows what was sent. It also shows a store that cannot be
        // written to while the old refresh token is still good.
        mark(Optional.of(lostSince.orElseGet(settings.time()::instant)));
        ask();
    }

    private void ask() {
        Instant sent = settings.time().instant();
        CompletableFuture<Grant> asked;
        try {
            asked = settings.renewal().renew(stored.map(StoredGrant::grant));
        } catch (RuntimeException e) {
            asked = CompletableFuture.failedFuture(e);
        }
        CompletableFuture<Grant> answer = asked;
        Cancellable limit = settings.time().after(settings.limit(), () -> answer.cancel(true));
        var unused = answer.whenComplete((grant, failure) -> {
            limit.cancel();
            next(() -> answered(grant, failure, sent));
        });
    }

    private void answered(@Nullable Grant grant, @Nullable Throwable failure, Instant sent) {
        if (grant == null) {
            refused(RenewalFailures.of(failure), sent);
            return;
        }
        Optional<Grant> base = stored.map(StoredGrant::grant);
        Unsaved pair = new Unsaved(base, base.map(grant::following).orElse(grant));
        if (save(pair)) {
            land(StoredGrant.of(pair.next()));
        }
    }

    private void refused(RuntimeException failure, Instant sent) {
        if (!RenewalFailures.unknown(failure)) {
            denied(failure);
            return;
        }
        Instant since = lostSince.orElse(sent);
        lostSince = Optional.of(since);
        boolean inGrace = Duration.between(since, settings.time().instant()).compareTo(settings.grace()) < 0;
        if (inGrace && !repeated) {
            repeated = true;
            ask();
        } else {
            fail(failure);
        }
    }

    /** Nothing was granted, perhaps because somebody has connected meanwhile. */
    private void denied(RuntimeException failure) {
        Optional<StoredGrant> now = settings.store().find(settings.key());
        boolean replaced = !now.map(StoredGrant::grant).equals(stored.map(StoredGrant::grant));
        if (replaced) {
            stored = now;
        } else {
            mark(lostSince);
        }
        if (replaced && now.isPresent() && newer(now.get())) {
            land(now.get());
        } else {
            fail(RenewalFailures.told(failure, lostSince));
        }
    }

    /** Notes since when the stored grant's refresh token has been out; without one there is nothing to lose. */
    private void mark(Optional<Instant> begun) {
        if (lease != null
                && stored.flatMap(known -> known.grant().refreshToken()).isPresent()) {
            lease.save(new StoredGrant(stored.get().grant(), begun));
        }
    }

    /** Whether it was saved. If not, the pair is kept, and this flight either boards again later or has failed. */
    private boolean save(Unsaved pair) {
        try {
            if (lease != null) {
                lease.save(StoredGrant.of(pair.next()));
            }
            unsaved = Optional.empty();
            return true;
        } catch (RuntimeException e) {
            unsaved = Optional.of(pair);
            LOG.error(
                    "The renewed grant of {} could not be saved. It is held in memory, so do not stop this process. {}",
                    settings.key(),
                    e.toString());
            saves++;
            if (saves < SAVES) {
                release();
                settings.time().after(SAVE_AGAIN, () -> next(this::board));
            } else {
                fail(RenewalFailures.unsaved(settings.key(), e));
            }
            return false;
        }
    }

    private boolean newer(StoredGrant found) {
        return usable(found) && !stale.equals(Optional.of(found.grant().accessToken()));
    }

    private boolean usable(StoredGrant found) {
        return !found.grant().expired(settings.time().instant());
    }

    private void land(StoredGrant found) {
        end(new Landing(Optional.of(found.grant()), found.renewalBegun().isEmpty(), Optional.empty(), unsaved));
    }

    private void fail(RuntimeException failure) {
        Optional<Grant> old = stored.filter(this::usable).map(StoredGrant::grant);
        end(new Landing(old, false, Optional.of(failure), unsaved));
    }

    private void end(Landing landing) {
        release();
        if (!ended) {
            ended = true;
            landed.accept(landing);
        }
    }

    private void release() {
        TokenStore.@Nullable Lease held = lease;
        lease = null;
        if (held != null) {
            try {
                held.close();
            } catch (RuntimeException e) {
                LOG.error("The lease of {} was not given back. {}", settings.key(), e.toString());
            }
        }
    }

    /** Whatever goes wrong ends the flight: nobody may wait for one that is over. */
    private void next(Runnable step) {
        try {
            settings.executor().execute(() -> {
                try {
                    step.run();
                } catch (RuntimeException | Error e) {
                    fail(RenewalFailures.of(e));
                }
            });
        } catch (RuntimeException e) {
            fail(RenewalFailures.of(e));
        }
    }
}
