package dev.membersync.examples.syncapp;

import dev.membersync.client.time.Cancellable;
import dev.membersync.client.time.Time;
import dev.membersync.sync.DailyTime;
import dev.membersync.sync.LiveStatus;
import dev.membersync.sync.LiveSync;
import dev.membersync.sync.config.NightlyConfig;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.payment.ReconciliationRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Once a day, while the application runs live: has all lists read whole, waits for that, and leaves a report. What fails is
 * said, and the next day comes nevertheless.
 */
final class Nightly implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final NightlyConfig config;
    private final DailyTime daily;
    private final Tenant tenant;
    private final LiveSync live;
    private final Console console;
    private final Time time;
    private final Executor executor;
    private @Nullable Cancellable next;
    private boolean closed;

    private Nightly(NightlyConfig config, Tenant tenant, LiveSync live, Console console, Time time, Executor executor) {
        this.config = config;
        this.daily = tenant.daily(config);
        this.tenant = tenant;
        this.live = live;
        this.console = console;
        this.time = time;
        this.executor = executor;
    }

    /**
     * Waits for the time of each report.
     *
     * @param executor where reports are made: they read the store and may take long
     */
    static List<Nightly> start(Tenant tenant, LiveSync live, Console console, Time time, Executor executor) {
        List<Nightly> reports = tenant.nightly().stream()
                .map(config -> new Nightly(config, tenant, live, console, time, executor))
                .toList();
        reports.forEach(Nightly::begin);
        return reports;
    }

    private void begin() {
        Instant due = daily.next(time.instant());
        console.line("a report is left in " + config.into() + " each day at " + daily.at() + " (" + daily.zone()
                + "), the next one at " + due);
        await(due);
    }

    private void await(Instant due) {
        in(Duration.between(time.instant(), due), () -> sweep(due));
    }

    private void sweep(Instant due) {
        Instant asked = time.instant();
        live.sweep();
        look(due, asked);
    }

    /** A sweep and what it found take their time; what a service or a pause does not allow is not waited for for ever. */
    private void look(Instant due, Instant asked) {
        List<LiveStatus.Flow> flows = live.status().workflows();
        boolean swept = flows.stream()
                .allMatch(flow ->
                        flow.lastScan().filter(at -> !at.isBefore(asked)).isPresent());
        boolean done = flows.stream().allMatch(flow -> flow.waiting() == 0);
        if (!(swept && done) && time.instant().isBefore(asked.plus(PATIENCE))) {
            in(LOOK, () -> look(due, asked));
            return;
        }
        try {
            write(due, swept);
        } catch (IOException e) {
            failed(due, "the folder " + config.into() + " cannot be written");
        } catch (RuntimeException e) {
            failed(due, Failure.of(e).message());
        }
        await(daily.next(time.instant()));
    }

    private void failed(Instant due, String why) {
        console.line("the report of " + daily.day(due) + " was not left: " + why);
    }

    private void write(Instant due, boolean swept) throws IOException {
        NightlyReport report = NightlyReport.of(
                due,
                daily,
                time.instant(),
                swept,
                tenant.engine().figures(),
                tenant.engine().reconcile(daily.zone(), ReconciliationRules.standard()),
                tenant.hygiene(),
                live.status());
        OwnerFile.folder(config.into());
        for (NightlyConfig.Format format : config.formats()) {
            Path file = config.into().resolve(config.id() + "-" + report.day() + "." + format.ending());
            try {
                OwnerFile.write(file, report.text(format).getBytes(StandardCharsets.UTF_8));
                console.line("report " + file);
            } catch (FileAlreadyExistsException there) {
                console.line("report " + file + " is there already and stays as it is");
            }
        }
    }

    private synchronized void in(Duration wait, Runnable work) {
        if (!closed) {
            next = time.after(wait.isNegative() ? Duration.ZERO : wait, () -> begin(work));
        }
    }

    private synchronized void begin(Runnable work) {
        if (!closed) {
            executor.execute(work);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (next != null) {
            next.cancel();
        }
    }
}
