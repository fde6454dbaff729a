package dev.membersync.examples.benchmarks.load;

import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import java.io.IOException;
import java.time.Duration;

/**
 * Everybody is registered, by as many processes as it takes.
 *
 * @param killed whether processes are killed
 */
record FirstLoad(boolean killed) implements Workload.Course {
    private static final int MOST = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public Figures run(Round round) throws IOException, InterruptedException {
        round.measure();
        Stage stage = round.stage();
        int forced = round.options().forced();
        if (forced > 0) {
            stage.events().faults(FaultPlan.nth("orders.pay", forced, Fault.TOO_MANY_BARE));
        }
        long began = System.nanoTime();
        int kills = killed ? killing(round) : 0;
        if (!killed) {
            round.once();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Figures figures = round.figures(seconds, stage.people().members().size());
        figures.put(
                Metric.MEAN,
                100 * Journal.of(stage.events()).mean(round.options().limit()));
        if (forced > 0) {
            figures.put(
                    Metric.RECOVERED,
                    100
                            * Journal.of(stage.events())
                                    .afterRefusal(round.options().limit()));
        }
        return killed ? figures.put(Metric.KILLS, kills) : figures;
    }

    /** Kills each process when its time is over, until one ends before. */
    private static int killing(Round round) throws IOException, InterruptedException {
        for (int kills = 0; kills < MOST; kills++) {
            Running running = round.start(World.Mode.ONCE);
            if (round.options().kills().spares(running, round.stage())) {
                int exit = running.awaitEnd(PATIENCE);
                if (!round.subject().done(exit)) {
                    throw new IllegalStateException(round.subject().name() + " ended with " + exit + " after " + kills
                            + " kills, without having done all");
                }
                return kills;
            }
        }
        throw new IllegalStateException(
                round.subject().name() + " is not done after " + MOST + " kills: give it more time with --kill");
    }
}
