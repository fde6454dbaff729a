package dev.membersync.examples.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A subject as a process of its own, whose heap is 256 MiB at most. */
final class Running implements AutoCloseable {
    private static final long LOOK_MILLIS = 100;

    private final Subject subject;
    private final Process process;
    private final Path folder;
    private final String number;
    private final CompletableFuture<URI> hooks = new CompletableFuture<>();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final List<Thread> readers = new ArrayList<>();
    private volatile Usage usage = Usage.NONE;

    private Running(Subject subject, Process process, Path folder, String number) {
        this.subject = subject;
        this.process = process;
        this.folder = folder;
        this.number = number;
    }

    /**
     * Starts a subject.
     *
     * @param number tells the files of several starts in one folder apart
     * @param options more options of the Java runtime
     */
    static Running start(Subject subject, World world, String number, List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx256m");
        command.add("-Xlog:gc:file=" + gcLog(world.folder(), number) + "::filecount=0");
        options.forEach(option -> command.add(option.replace("NUMBER", number)));
        command.addAll(subject.command(world));
        Process process =
                new ProcessBuilder(command).directory(world.folder().toFile()).start();
        Running running = new Running(subject, process, world.folder(), number);
        running.read(process.getInputStream(), "out");
        running.read(process.getErrorStream(), "err");
        begin("usage-" + number, running::watch);
        return running;
    }

    private static Path gcLog(Path folder, String number) {
        return folder.resolve("gc-" + number + ".log");
    }

    private void read(InputStream stream, String ending) {
        Path file = folder.resolve("process-" + number + "." + ending);
        readers.add(begin(ending + "-" + number, () -> {
            try (BufferedReader in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
                    Writer copy = Files.newBufferedWriter(file, StandardOpenOption.CREATE)) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    copy.write(line + "\n");
                    copy.flush();
                    subject.hooks(line).ifPresent(hooks::complete);
                    if (subject.ready(line)) {
                        ready.complete(true);
                    }
                }
            } catch (IOException killed) {
                // A process that is killed ends what it says in the middle.
            }
        }));
    }

    private static Thread begin(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void watch() {
        try {
            do {
                usage = Usage.of(process.pid(), usage);
            } while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until it is ready, and says where hooks go. Throws {@link IllegalStateException} when it ends before or takes longer. */
    URI awaitReady(Duration most) throws InterruptedException {
        try {
            CompletableFuture.anyOf(ready, process.onExit()).get(most.toMillis(), TimeUnit.MILLISECONDS);
            if (ready.isDone()) {
                return hooks.get(1, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(subject.name() + " did not get ready: see " + folder, e);
        }
        throw new IllegalStateException(subject.name() + " ended before it was ready: see " + folder);
    }

    /** Waits until it ends, and says how. Kills it and throws {@link IllegalStateException} when it takes longer. */
    int awaitEnd(Duration most) throws InterruptedException {
        if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
            close();
            throw new IllegalStateException(subject.name() + " did not end within " + most + ": see " + folder);
        }
        for (Thread reader : readers) {
            reader.join();
        }
        return process.exitValue();
    }

    /** Whether it ends within this time by itself. */
    boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Closes its standard input and waits until it ends. */
    int stop(Duration most) throws IOException, InterruptedException {
        process.getOutputStream().close();
        return awaitEnd(most);
    }

    /** What it took from the machine so far. */
    Usage usage() {
        return usage;
    }

    /** What it had in its heap so far. */
    HeapLog heap() throws IOException {
        return HeapLog.read(gcLog(folder, number));
    }

    /** Kills it at once, without a chance to do anything. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
