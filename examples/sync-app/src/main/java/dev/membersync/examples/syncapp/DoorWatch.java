package dev.membersync.examples.syncapp;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.time.Cancellable;
import dev.membersync.client.time.Time;
import dev.membersync.eventops.checkin.CheckInUploader;
import dev.membersync.eventops.config.CheckInConfig;
import dev.membersync.eventops.config.TicketOffice;
import dev.membersync.sync.config.Tenant;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * While the doors are open: the books follow the registrations, and Accelevents is told who came. What fails is said and
 * tried again; the doors go on with the books as they are, and say when these are old.
 */
final class DoorWatch implements AutoCloseable {
    private static final Duration TELL_EVERY = Duration.ofSeconds(5);
    private static final long PATIENCE_SECONDS = 20;
    private static final int AT_A_TIME = 200;

    private final ExecutorService executor = Executors.newSingleThreadExecutor(DoorWatch::thread);
    private final Tenant tenant;
    private final Console console;
    private final Time time;
    private boolean closed;
    private Cancellable books = () -> {};
    private Cancellable telling = () -> {};

    DoorWatch(Tenant tenant, Console console, Time time) {
        this.tenant = tenant;
        this.console = console;
        this.time = time;
    }

    /** Brings the books in step now, and goes on in the background; once. */
    void begin(CheckInConfig config, TicketOffice office, CheckInUploader uploader) {
        follow(config, office);
        if (config.tellAccelevents()) {
            tell(uploader);
        }
    }

    private void follow(CheckInConfig config, TicketOffice office) {
        run("the registrations cannot be read", () -> {
            office.pass();
            return "";
        });
        books = again(config.refreshEvery(), () -> follow(config, office), books);
    }

    private void tell(CheckInUploader uploader) {
        run(
                "Accelevents cannot be told who came",
                () -> uploader.pass(AT_A_TIME)
                        .closed()
                        .map(why -> "Accelevents takes no check-ins: " + why)
                        .orElse(""));
        telling = again(TELL_EVERY, () -> tell(uploader), telling);
    }

    private synchronized Cancellable again(Duration pause, Runnable work, Cancellable before) {
        return closed ? before : time.after(pause, () -> begin(work));
    }

    private synchronized void begin(Runnable work) {
        if (!closed) {
            executor.execute(work);
        }
    }

    private void run(String failed, Supplier<String> work) {
        try {
            String said = work.get();
            if (!said.isEmpty()) {
                console.line(said);
            }
        } catch (ApiException e) {
            console.line(failed + ": " + tenant.explain(e));
        } catch (RuntimeException e) {
            console.line(failed + ": " + Failure.of(e).message());
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "doors");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            books.cancel();
            telling.cancel();
            executor.shutdown();
        }
        try {
            var unused = executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
