package dev.membersync.sync.cluster;

import dev.membersync.client.policy.RateLedger;
import dev.membersync.sync.LiveSync;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.config.TenantConfig;
import dev.membersync.sync.config.TenantHooks;
import dev.membersync.sync.config.TenantOptions;
import dev.membersync.sync.intake.Heard;
import dev.membersync.sync.intake.HookHandler;
import dev.membersync.sync.intake.Intake;
import dev.membersync.sync.intake.LiveEvent;
import dev.membersync.sync.intake.TicketHint;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A tenant at this node. News can come at any time: with a shift the live run takes it, else it is kept in the store for
 * whoever has the shift. What that needs is opened with the first piece of news and closed after some idle time. Thread-safe.
 */
final class Branch implements Intake {
    private static final long IDLE = Duration.ofMinutes(10).toNanos();

    private final String name;
    private final TenantConfig config;
    private final ClusterSettings settings;
    private final Consumer<Heard> told;
    private final Supplier<RateLedger> budgets;
    private final HookHandler hooks;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile @Nullable Tenant tenant;
    private @Nullable Intake intake;
    private volatile @Nullable LiveSync live;
    private volatile long used;
    private volatile boolean onShift;
    private boolean closed;

    /**
     * A tenant that is not open.
     *
     * @param told what was kept for whoever has the shift
     * @param budgets where the nodes keep the rate budgets
     */
    Branch(
            String name,
            TenantConfig config,
            ClusterSettings settings,
            Consumer<Heard> told,
            Supplier<RateLedger> budgets) {
        this.name = name;
        this.config = config;
        this.settings = settings;
        this.told = told;
        this.budgets = budgets;
        this.hooks = TenantHooks.of(config, this, this::heard, settings.time());
    }

    /** Tenants of one credential share its rate budget, whatever stores they have: it is kept where the nodes meet. */
    private Tenant open() {
        return Tenant.open(
                config,
                TenantOptions.at(settings.time())
                        .telling(settings.listeners().apply(name))
                        .workingOn(settings.workers())
                        .sharing(budgets.get()));
    }

    Register.Offer offer() {
        return new Register.Offer(name, config.digest(), settings.release());
    }

    HookHandler hooks() {
        return hooks;
    }

    Optional<LiveSync> live() {
        return Optional.ofNullable(live);
    }

    // the shift

    /**
     * Opens the tenant and runs it live.
     *
     * @param ready called before the first record is read
     */
    void begin(Runnable ready) {
        Tenant opened = open();
        try {
            LiveSync run = opened.live();
            ready.run();
            onShift = true;
            Tenant door = replace(opened, run.intake(), run);
            if (door != null) {
                door.close();
            }
            run.start();
        } catch (RuntimeException | Error failure) {
            if (tenant != opened) {
                opened.close();
            }
            throw failure;
        }
    }

    /** Stops, and gives the store back, so that nobody has to wait for what this node held there. */
    void end(Duration patience) {
        LiveSync run = live;
        Tenant open = tenant;
        if (run == null || open == null) {
            return;
        }
        replace(open, open.engine().door(told), null);
        run.close(patience);
        replace(null, null, null);
        onShift = false;
        open.close();
    }

    /** @return what was open before */
    private @Nullable Tenant replace(@Nullable Tenant other, @Nullable Intake door, @Nullable LiveSync run) {
        lock.writeLock().lock();
        try {
            Tenant before = tenant;
            tenant = other;
            intake = door;
            live = run;
            return before;
        } finally {
            lock.writeLock().unlock();
        }
    }

    // news

    @Override
    public void members(Collection<String> userIds) {
        keep(door -> door.members(userIds));
    }

    @Override
    public void tickets(TicketHint hint) {
        keep(door -> door.tickets(hint));
    }

    private void keep(Consumer<Intake> news) {
        used = settings.time().nanos();
        while (!kept(news)) {
            openDoor();
        }
    }

    private boolean kept(Consumer<Intake> news) {
        lock.readLock().lock();
        try {
            Intake door = intake;
            if (door == null) {
                return false;
            }
            news.accept(door);
            return true;
        } finally {
            lock.readLock().unlock();
        }
    }

    private void openDoor() {
        lock.writeLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("this node is closed");
            }
            if (intake == null) {
                Tenant opened = open();
                tenant = opened;
                intake = opened.engine().door(told);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void heard(LiveEvent event) {
        Tenant open = tenant;
        if (open == null) {
            settings.listeners().apply(name).live(event);
        } else {
            open.heard(event);
        }
    }

    /** Closes what only news needs, when there was none for a while. */
    void rest() {
        if (!onShift && tenant != null && settings.time().nanos() - used > IDLE) {
            closeDoor(false);
        }
    }

    void close() {
        closeDoor(true);
    }

    private void closeDoor(boolean forEver) {
        lock.writeLock().lock();
        try {
            closed |= forEver;
            Tenant open = tenant;
            if (!onShift && open != null) {
                tenant = null;
                intake = null;
                open.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
