package dev.membersync.examples.cluster;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Nodes work on the first load and on live changes; one of them is killed in the middle of it. */
final class KillStory {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration NEXT_WRITE = Duration.ofSeconds(3);
    private static final Duration END = Duration.ofMinutes(2);

    private final Options options;
    private final PrintStream out;

    KillStory(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /**
     * What came of it.
     *
     * @param records members of all tenants
     * @param unpaid orders that a kill left behind; no attendees
     * @param takeover from the kill until every tenant had a node again; empty when nobody was killed
     * @param finished whether both sides were in step in time
     */
    record Figures(
            long records,
            long calls,
            Optional<Duration> takeover,
            long doubled,
            long missing,
            long different,
            long unpaid,
            boolean finished) {
        boolean isTrue(Duration lease) {
            return finished
                    && doubled == 0
                    && missing == 0
                    && different == 0
                    && takeover.filter(time -> time.compareTo(lease) > 0).isEmpty();
        }
    }

    Figures tell(Database database) throws IOException, SQLException, InterruptedException {
        try (Scene scene = Scene.open(options, database, "story")) {
            if (!scene.until(START, () -> scene.isStaffedWithout("nobody"))) {
                out.println("not every tenant got a node:\n" + scene.table());
                return figures(scene, Optional.empty(), false);
            }
            out.println("who works on what:\n" + scene.table());
            scene.until(START, () -> share(scene) > 0.3);
            Thread people = new Thread(() -> edit(scene, "Live"), "people");
            people.setDaemon(true);
            people.start();
            Optional<Duration> takeover = options.kill() && options.nodes() > 1 ? kill(scene) : Optional.empty();
            people.join();
            edit(scene, "Late");
            boolean finished = scene.until(END, () -> scene.services().stream().allMatch(Services::areInStep));
            return figures(scene, takeover, finished);
        }
    }

    /** The share of members who have a ticket. */
    private static double share(Scene scene) {
        return (double) scene.services().stream().mapToInt(Services::attendees).sum()
                / scene.services().stream().mapToInt(Services::members).sum();
    }

    /** People change their names and join, and both services send hooks about it. */
    private static void edit(Scene scene, String name) {
        scene.services().forEach(tenant -> {
            tenant.rename(name);
            tenant.join(2);
        });
    }

    /** Kills the node that has the most tenants. */
    private Optional<Duration> kill(Scene scene) throws InterruptedException {
        Map<String, String> before = scene.shifts();
        Node victim = scene.nodes().stream()
                .max(Comparator.comparingLong(node ->
                        before.values().stream().filter(node.name()::equals).count()))
                .orElseThrow();
        int writes = writes(scene);
        scene.until(NEXT_WRITE, () -> writes(scene) > writes);
        List<String> orphans = before.entrySet().stream()
                .filter(shift -> shift.getValue().equals(victim.name()))
                .map(Map.Entry::getKey)
                .toList();
        out.printf(
                "kill -9 %s, which has %s, when %.0f %% of the members have a ticket%n",
                victim.name(), String.join(" ", orphans), 100 * share(scene));
        long killed = System.nanoTime();
        victim.kill();
        boolean taken = scene.until(options.lease().multipliedBy(5), () -> scene.isStaffedWithout(victim.name()));
        Duration time = Duration.ofNanos(System.nanoTime() - killed);
        out.printf(
                "%s after %.1f s (lease %d s):%n%s%n",
                taken ? "taken over" : "not taken over",
                seconds(time),
                options.lease().toSeconds(),
                scene.table());
        return Optional.of(time);
    }

    private static int writes(Scene scene) {
        return scene.services().stream().mapToInt(Services::writes).sum();
    }

    private static Figures figures(Scene scene, Optional<Duration> takeover, boolean finished) {
        List<Services> all = scene.services();
        return new Figures(
                all.stream().mapToLong(Services::members).sum(),
                all.stream().mapToLong(Services::calls).sum(),
                takeover,
                all.stream().mapToLong(Services::doubled).sum(),
                all.stream().mapToLong(Services::missing).sum(),
                all.stream().mapToLong(Services::different).sum(),
                all.stream().mapToLong(Services::unpaid).sum(),
                finished);
    }

    /** The figures for people; 0 when they are as promised. */
    int report(Figures figures) {
        out.printf(
                "%nmembers %d, tenants %d, nodes %d%ncalls %d, %.2f for each member%n",
                figures.records(),
                options.tenants(),
                options.nodes(),
                figures.calls(),
                (double) figures.calls() / figures.records());
        figures.takeover().ifPresent(time -> out.printf("takeover %.1f s%n", seconds(time)));
        out.printf(
                "doubled %d, missing %d, different %d, orders left unpaid %d%s%n",
                figures.doubled(),
                figures.missing(),
                figures.different(),
                figures.unpaid(),
                figures.finished() ? "" : ", and not in step in time");
        boolean good = figures.isTrue(options.lease());
        out.println(good ? "0 lost, 0 doubled" : "NOT as promised");
        return good ? 0 : 1;
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
