package dev.membersync.examples.cluster;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;

/** The same first load of many tenants with one node, two and more: how fast it is, and what it hangs on. */
final class Throughput {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final double NEAR = 0.8;

    private final Options options;
    private final PrintStream out;

    Throughput(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /**
     * One run.
     *
     * @param perSecond members registered in a second
     * @param cpu the share of all cores that the nodes used
     * @param pace the calls of the tenants in a second, as a share of what their services allow
     */
    private record Run(double perSecond, double cpu, double pace, boolean finished, long doubled) {
        String limit() {
            return pace > NEAR ? "the rate limit of each tenant" : cpu > NEAR ? "the cores" : "neither alone";
        }
    }

    int measure(Database database) throws IOException, SQLException, InterruptedException {
        out.printf(
                "first load of %d tenants with %d members each, %d calls in 10 s allowed at each service, %d cores"
                        + " for the nodes, the services and the database%n%n",
                options.tenants(),
                options.members(),
                options.rate(),
                Runtime.getRuntime().availableProcessors());
        out.println("| nodes | members/s | ratio | cores used by the nodes | of the allowed calls | it hangs on |");
        out.println("| --- | --- | --- | --- | --- | --- |");
        boolean good = true;
        double first = 0;
        for (int nodes = 1; nodes <= options.nodes(); nodes++) {
            Run run = run(options.withNodes(nodes), database);
            first = nodes == 1 ? run.perSecond() : first;
            good &= run.finished() && run.doubled() == 0;
            out.printf(
                    "| %d | %.1f | %.2f | %.0f %% | %.0f %% | %s |%n",
                    nodes,
                    run.perSecond(),
                    run.perSecond() / first,
                    100 * run.cpu(),
                    100 * run.pace(),
                    run.finished() ? run.limit() : "not finished");
        }
        return good ? 0 : 1;
    }

    private static Run run(Options options, Database database) throws IOException, SQLException, InterruptedException {
        try (Scene scene = Scene.open(options, database, "load" + options.nodes())) {
            scene.until(PATIENCE, () -> calls(scene) > 0);
            long began = System.nanoTime();
            Duration cpu = cpu(scene);
            boolean finished = scene.until(
                    PATIENCE,
                    () -> scene.services().stream().allMatch(tenant -> tenant.attendees() >= tenant.members()));
            double seconds = (System.nanoTime() - began) / 1e9;
            double used = cpu(scene).minus(cpu).toNanos() / 1e9;
            double members =
                    scene.services().stream().mapToInt(Services::attendees).sum();
            // Almost all calls of a first load go to Accelevents, so that its limit is the one to look at.
            double allowed = options.tenants() * options.rate() / 10.0;
            return new Run(
                    members / seconds,
                    used / seconds / Runtime.getRuntime().availableProcessors(),
                    calls(scene) / seconds / allowed,
                    finished,
                    scene.services().stream().mapToLong(Services::doubled).sum());
        }
    }

    private static int calls(Scene scene) {
        return scene.services().stream().mapToInt(Services::rightCalls).sum();
    }

    private static Duration cpu(Scene scene) {
        return scene.nodes().stream().map(Node::cpu).reduce(Duration.ZERO, Duration::plus);
    }
}
