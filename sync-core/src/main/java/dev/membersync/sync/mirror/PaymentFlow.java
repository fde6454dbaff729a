package dev.membersync.sync.mirror;

import dev.membersync.client.error.ThrottledException;
import dev.membersync.client.policy.Lane;
import dev.membersync.sync.engine.IncidentBook;
import dev.membersync.sync.engine.LiveRound;
import dev.membersync.sync.engine.LiveSettings;
import dev.membersync.sync.engine.Outage;
import dev.membersync.sync.intake.LiveEvent;
import dev.membersync.sync.intake.TicketHint;
import dev.membersync.sync.workflow.RunHaltedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One workflow about payments while it runs live: every round is a whole {@link PaymentRun}, so one that was cut short or
 * killed is simply gone again. {@link #go} is called by one thread, everything else by any.
 */
public final class PaymentFlow implements LiveRound {
    private static final String FEED = "payments";
    /** Hints that come in quick succession share a round, and tickets that are just known get their members before it. */
    private static final Duration WISH = Duration.ofSeconds(5);

    private final PaymentParts parts;
    private final LiveSettings settings;
    private final Consumer<LiveEvent> news;
    private final IncidentBook incidents;
    private final AtomicLong told = new AtomicLong();
    private volatile Instant next;
    private volatile @Nullable Instant wished;
    private volatile @Nullable Instant last;
    private volatile @Nullable PaymentTally found;
    private volatile @Nullable Outage outage;
    private volatile long pages = 1;
    private volatile boolean going;
    private boolean knowsIncidents;

    /** A flow over these, whose calls go before full lists and after members at work. */
    public PaymentFlow(PaymentParts parts, LiveSettings settings, Consumer<LiveEvent> news) {
        this.parts = parts.inLane(Lane.VERIFY);
        this.settings = settings;
        this.news = news;
        this.incidents = new IncidentBook(parts.store(), parts.scope(), parts.time());
        this.next = now();
    }

    /** The workflow's id. */
    public String id() {
        return parts.workflow().id();
    }

    @Override
    public String event() {
        return parts.workflow().source().event();
    }

    /** How many payments were told since the start. */
    public long told() {
        return told.get();
    }

    /** What the last whole round found. */
    public Optional<PaymentTally> found() {
        return Optional.ofNullable(found);
    }

    /** When the last round began. */
    public Optional<Instant> last() {
        return Optional.ofNullable(last);
    }

    @Override
    public Instant next() {
        Instant wish = wished;
        return wish != null && wish.isBefore(next) ? wish : next;
    }

    @Override
    public boolean isDue() {
        return !going && !next().isAfter(now());
    }

    @Override
    public IncidentBook incidents() {
        return incidents;
    }

    @Override
    public Optional<Outage> outage() {
        return Optional.ofNullable(outage);
    }

    /** Hastens the next round, but never what waits for a service, nor beyond the share of the day's calls. */
    @Override
    public void hint(TicketHint hint) {
        if (hint.events().isEmpty() || hint.events().contains(event())) {
            wish();
        }
    }

    private void wish() {
        if (outage == null && wished == null) {
            Instant before = last;
            Instant soon = now().plus(WISH);
            Instant earliest = before == null ? soon : before.plus(settings.share(pages));
            wished = earliest.isBefore(soon) ? soon : earliest;
        }
    }

    @Override
    public void go(Runnable between, Lock alone) {
        Instant startedAt = now();
        going = true;
        wished = null; // what is heard from now on may be too late for this round
        last = startedAt;
        next = startedAt.plus(settings.pollEvery(pages));
        PaymentRun run = new PaymentRun(parts.alone(alone));
        PaymentTally before = found;
        try {
            PaymentTally after = run.run(Long.MAX_VALUE, between);
            found = after;
            pages = Math.max(1, run.pages());
            next = startedAt.plus(settings.pollEvery(pages));
            run.failure().ifPresentOrElse(failure -> raise(failure, Optional.of(next)), this::well);
            if (after.orphans() > (before == null ? 0 : before.orphans())) {
                wish(); // the poll that has shown their tickets may be linking them just now
            }
        } catch (RunHaltedException stopped) {
            // The process ends, and the next one goes the whole round.
        } catch (ThrottledException burst) {
            if (burst.quota() == ThrottledException.Quota.DAILY) {
                next = raise(burst, Optional.empty());
            } else {
                next = burst.retryAfter().map(now()::plus).orElse(next);
            }
        } catch (RuntimeException failure) {
            next = raise(failure, Optional.empty());
        } finally {
            told.addAndGet(run.told());
            going = false;
        }
        news.accept(new LiveEvent.Polled(id(), FEED, run.rows(), run.told()));
    }

    /**
     * Says what is in the way.
     *
     * @param planned when it is tried again, where others got on; else after a growing wait
     * @return when it is tried again
     */
    private Instant raise(RuntimeException failure, Optional<Instant> planned) {
        Outage before = outage;
        Outage waits = Outage.of(id(), failure, before == null ? 0 : before.probes() + 1, now());
        Outage raised = new Outage(waits.incident(), waits.probes(), planned.orElse(waits.nextProbe()));
        outage = raised;
        knowsIncidents = false;
        if (before == null || !before.incident().kind().equals(raised.incident().kind())) {
            incidents.endAll(kind -> true);
            incidents.raise(raised.incident());
            news.accept(new LiveEvent.Halted(raised.incident()));
        }
        return raised.nextProbe();
    }

    /** Ends what was raised, by an earlier process too. */
    private void well() {
        if (!knowsIncidents) {
            incidents.endAll(kind -> true);
            knowsIncidents = true;
        }
        if (outage != null) {
            outage = null;
            news.accept(new LiveEvent.Resumed(id()));
        }
    }

    private Instant now() {
        return parts.time().instant();
    }
}
