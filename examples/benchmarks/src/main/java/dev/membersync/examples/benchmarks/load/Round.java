package dev.membersync.examples.benchmarks.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One run of one subject: its stage, its store and its processes. Not thread-safe. */
final class Round implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final Subject subject;
    private final LoadOptions options;
    private final Stage stage;
    private final Database store;
    private final String database;
    private final Path folder;
    private final List<Running> started = new ArrayList<>();
    private int measured;
    private long writtenBefore;
    private long transactionsBefore;

    private Round(Subject subject, LoadOptions options, Stage stage, Database store, Path folder) {
        this.subject = subject;
        this.options = options;
        this.stage = stage;
        this.store = store;
        this.folder = folder;
        this.database = store.fresh(folder);
    }

    static Round open(Subject subject, LoadOptions options, World.Task task, Database store, Path folder) {
        return new Round(subject, options, Stage.open(task, options), store, folder);
    }

    LoadOptions options() {
        return options;
    }

    Stage stage() {
        return stage;
    }

    Subject subject() {
        return subject;
    }

    /** Starts a process of the subject. */
    Running start(World.Mode mode) throws IOException {
        Running running = Running.start(
                subject,
                stage.world(folder, database, options.workers(), mode),
                String.valueOf(started.size() + 1),
                options.jvm());
        started.add(running);
        return running;
    }

    /** Brings everything in step without latency and limit; what follows is measured. */
    void prepare() throws IOException, InterruptedException {
        stage.conditions(Duration.ZERO, Limit.NONE);
        once();
        measure();
    }

    /** Sets the conditions of the measurement; what was started before does not count. */
    void measure() {
        measured = started.size();
        writtenBefore = store.written();
        transactionsBefore = store.transactions();
        stage.conditions(options.latency(), options.limit());
    }

    /** Runs the subject once to its end. Throws {@link IllegalStateException} when it does not do all it could. */
    void once() throws IOException, InterruptedException {
        int exit = start(World.Mode.ONCE).awaitEnd(PATIENCE);
        if (!subject.done(exit)) {
            throw new IllegalStateException(subject.name() + " ended with " + exit + ": see " + folder);
        }
    }

    /** What every workload is measured by. */
    Figures figures(double seconds, int changes) throws IOException {
        Usage usage = Usage.NONE;
        HeapLog heap = HeapLog.NONE;
        for (Running running : started.subList(measured, started.size())) {
            usage = usage.and(running.usage());
            heap = heap.and(running.heap());
        }
        Figures figures = new Figures();
        if (!options.sqlite()) {
            figures.put(Metric.TRANSACTIONS, (double) store.transactions() - transactionsBefore);
        }
        return figures.put(Metric.CONVERGED, seconds)
                .calls(
                        Journal.of(stage.members()),
                        Journal.of(stage.events()),
                        options.limit(),
                        stage.members().members().count(),
                        changes)
                .verdict(stage.judge())
                .usage(usage, heap, store.written() - writtenBefore);
    }

    @Override
    public void close() {
        started.forEach(Running::close);
        stage.close();
    }
}
