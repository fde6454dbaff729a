package dev.membersync.examples.guide;

import dev.membersync.client.time.Time;
import dev.membersync.examples.syncapp.Surroundings;
import dev.membersync.examples.syncapp.SyncApp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A terminal in which one command of sync-app runs, in this process. */
final class Terminal implements AutoCloseable {
    private static final String READY = "ready\n";
    private static final int PATIENCE_SECONDS = 60;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();
    private final PipedOutputStream keys = new PipedOutputStream();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final CompletableFuture<Integer> status;

    private Terminal(List<String> words, Map<String, String> environment, boolean keyboard) {
        Surroundings surroundings = new Surroundings(
                keyboard ? keyboard() : new ByteArrayInputStream("x".getBytes(StandardCharsets.UTF_8)),
                new PrintStream(new Both(out), true, StandardCharsets.UTF_8),
                new PrintStream(new Both(OutputStream.nullOutputStream()), true, StandardCharsets.UTF_8),
                environment,
                Time.system());
        status = CompletableFuture.supplyAsync(() -> SyncApp.run(words, surroundings), Terminal::begin);
        var unused = status.whenComplete((ended, failure) -> ready.complete(false));
    }

    /** What is printed goes to the screen too. */
    private final class Both extends OutputStream {
        private final OutputStream own;

        Both(OutputStream own) {
            this.own = own;
        }

        @Override
        public void write(int octet) throws IOException {
            own.write(octet);
            synchronized (all) {
                all.write(octet);
                if (octet == '\n' && screen().endsWith(READY)) {
                    ready.complete(true);
                }
            }
        }
    }

    private static void begin(Runnable command) {
        Thread thread = new Thread(command, "terminal");
        thread.setDaemon(true);
        thread.start();
    }

    private InputStream keyboard() {
        try {
            return new PipedInputStream(keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command to its end. */
    static Printed run(List<String> words, Map<String, String> environment) {
        return new Terminal(words, environment, false).ended();
    }

    /** Starts a command that stays, and waits until it says that it is ready. */
    static Terminal start(List<String> words, Map<String, String> environment) {
        Terminal terminal = new Terminal(words, environment, true);
        try {
            if (!terminal.ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Mistake(words + " ended with " + terminal.status.join() + ":\n" + terminal.screen());
            }
            terminal.keys.write('\n'); // an input that ends at once and was never one means nothing
            terminal.keys.flush();
            return terminal;
        } catch (InterruptedException | ExecutionException | TimeoutException | IOException e) {
            throw new IllegalStateException(terminal.screen(), e);
        }
    }

    /** What it shows by now. */
    String screen() {
        synchronized (all) {
            return all.toString(StandardCharsets.UTF_8);
        }
    }

    /** Waits for its end. */
    private Printed ended() {
        try {
            int ended = status.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return new Printed(ended, out.toString(StandardCharsets.UTF_8), screen());
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(screen(), e);
        }
    }

    /** Ctrl-C. */
    @Override
    public void close() {
        try {
            keys.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ended();
    }
}
