package dev.membersync.examples.benchmarks.load;

import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import dev.membersync.testkit.WriteLog;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * People change while the subject runs.
 *
 * @param nodes how many processes work on one store; several begin with an empty one
 * @param faulty whether one call in ten goes wrong, and one in two hundred is refused with 429 although the limit allows it
 */
record LiveEdits(int nodes, boolean faulty) implements Workload.Course {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final double SHARE = 0.1;
    private static final Set<Fault> FAULTS = EnumSet.of(
            Fault.DROP_BEFORE,
            Fault.DROP_AFTER,
            Fault.DELAY,
            Fault.LATE_APPLY,
            Fault.STATUS_AFTER_EFFECT,
            Fault.STATUS_BEFORE,
            Fault.UNPROCESSABLE_AFTER_EFFECT,
            Fault.TRUNCATED_BODY);
    private static final double REFUSED = 0.005;
    private static final Set<Fault> REFUSALS = EnumSet.of(Fault.TOO_MANY_WITH_RETRY_AFTER, Fault.TOO_MANY_BARE);

    @Override
    public Figures run(Round round) throws IOException, InterruptedException {
        if (nodes == 1) {
            round.prepare();
        } else {
            round.measure();
        }
        List<Running> processes = new ArrayList<>();
        List<URI> receivers = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            processes.add(round.start(World.Mode.LIVE));
        }
        for (Running process : processes) {
            receivers.add(process.awaitReady(PATIENCE));
        }
        Settling settling = new Settling(round.stage());
        settling.await(PATIENCE, nodes > 1);
        if (nodes == 1) {
            round.stage().conditions(round.options().latency(), round.options().limit());
        }
        try (Timetable timer = new Timetable()) {
            return measured(round, processes, new Hooks(receivers, timer), timer, settling);
        }
    }

    private Figures measured(Round round, List<Running> processes, Hooks hooks, Timetable timer, Settling settling)
            throws IOException, InterruptedException {
        Stage stage = round.stage();
        LoadOptions options = round.options();
        if (faulty) {
            stage.faults(FaultPlan.share(REFUSED, options.seed() + 1, REFUSALS)
                    .or(FaultPlan.share(SHARE, options.seed(), FAULTS)));
        }
        Edits edits = new Edits(stage, hooks, timer, options.seed());
        int count = (int) Math.round(options.edits() * options.length().toSeconds());
        edits.plan(count, options.edits());
        TimeUnit.NANOSECONDS.sleep((long) (count / options.edits() * 1e9));
        Instant last = Instant.now();
        stage.faults(FaultPlan.none());
        settling.await(PATIENCE, true);
        timer.check();
        Instant written = stage.events().writes().entries().stream()
                .map(WriteLog.Entry::at)
                .max(Instant::compareTo)
                .orElse(last);
        double seconds = Math.max(0, Duration.between(last, written).toNanos() / 1e9);
        Figures figures = round.figures(seconds, count + (nodes > 1 ? options.members() : 0));
        List<Double> millis = edits.latencies()
                .millis(stage.event().tickets(), stage.events().writes().entries());
        for (Running process : processes) {
            process.stop(PATIENCE);
        }
        return figures.put(Metric.P50, Latencies.at(millis, 0.50)).put(Metric.P99, Latencies.at(millis, 0.99));
    }
}
