package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.time.Time;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A command that runs until its standard input ends. */
final class Foreground implements AutoCloseable {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Ready err = new Ready();
    private final PipedOutputStream input = new PipedOutputStream();
    private final CompletableFuture<Integer> status;

    /** Standard error that tells when the application listens. */
    private static final class Ready extends ByteArrayOutputStream {
        private final CountDownLatch said = new CountDownLatch(1);

        @Override
        public synchronized void flush() {
            if (toString(StandardCharsets.UTF_8).contains("ready\n")) {
                said.countDown();
            }
        }
    }

    private Foreground(Map<String, String> environment, List<String> words) throws IOException {
        Surroundings surroundings = new Surroundings(
                new PipedInputStream(input),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                Time.system());
        status = CompletableFuture.supplyAsync(() -> SyncApp.run(words, surroundings));
    }

    /** Starts a command and returns when it is ready. */
    static Foreground start(World world, String command, String... options) {
        return start(Map.of("LEFT_KEY", World.LEFT_CANARY, "RIGHT_KEY", World.RIGHT_CANARY), world, command, options);
    }

    /** The same with these variables. */
    static Foreground start(Map<String, String> environment, World world, String command, String... options) {
        return start(environment, world.file(), command, options);
    }

    /** The same with this configuration. */
    static Foreground start(Map<String, String> environment, Path file, String command, String... options) {
        try {
            List<String> words = new ArrayList<>(List.of(command, "--config", file.toString()));
            words.addAll(List.of(options));
            Foreground foreground = new Foreground(environment, words);
            assertThat(foreground.err.said.await(60, TimeUnit.SECONDS))
                    .as("%s", foreground.said())
                    .isTrue();
            foreground.input.write('\n'); // an input that ends at once and was never one means nothing
            foreground.input.flush();
            return foreground;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it told people so far. */
    String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Ends it as the end of standard input does. */
    Terminal end() {
        try {
            input.close();
            return new Terminal(status.get(60, TimeUnit.SECONDS), out.toString(StandardCharsets.UTF_8), said());
        } catch (Exception e) {
            throw new IllegalStateException(said(), e);
        }
    }

    @Override
    public void close() {
        end();
    }
}
