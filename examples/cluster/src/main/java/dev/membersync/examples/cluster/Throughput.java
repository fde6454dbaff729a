package dev.membersync.examples.cluster;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;

/** The same first load of many tenants with one node, two and more: how fast it is, and what it hangs on. */
final class Throughput {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final double NEAR = 0.8;
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

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
     * @param machine the share of all cores that was used by whatever ran
     * @param pace the calls of the tenants in a second, as a share of what their services allow
     */
    private record Run(double perSecond, double cpu, double machine, double pace, boolean finished, long doubled) {
        String limit() {
            return pace > NEAR ? "the rate limit of each tenant" : machine > NEAR ? "the cores" : "the nodes";
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
        out.println("| nodes | members/s | ratio | cores used by the nodes | by everything | of the allowed calls |"
                + " it hangs on |");
        out.println("| --- | --- | --- | --- | --- | --- | --- |");
        boolean good = true;
        double first = 0;
        for (int nodes = 1; nodes <= options.nodes(); nodes++) {
            Run run = run(options.withNodes(nodes), database);
            first = nodes == 1 ? run.perSecond() : first;
            good &= run.finished() && run.doubled() == 0;
            out.printf(
                    "| %d | %.1f | %.2f | %.0f %% | %.0f %% | %.0f %% | %s |%n",
                    nodes,
                    run.perSecond(),
                    run.perSecond() / first,
                    100 * run.cpu(),
                    100 * run.machine(),
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
            MACHINE.getCpuLoad(); // the next call tells the load since this one
            boolean finished = scene.until(
                    PATIENCE,
                    () -> scene.services().stream().allMatch(tenant -> tenant.attendees() >= tenant.members()));
            double seconds = (System.nanoTime() - began) / 1e9;
            double machine = MACHINE.getCpuLoad();
            double used = cpu(scene).minus(cpu).toNanos() / 1e9;
            double members =
                    scene.services().stream().mapToInt(Services::attendees).sum();
            // Almost all calls of a first load go to Accelevents, so that its limit is the one to look at.
            double allowed = options.tenants() * options.rate() / 10.0;
            return new Run(
                    members / seconds,
                    used / seconds / Runtime.getRuntime().availableProcessors(),
                    machine,
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
