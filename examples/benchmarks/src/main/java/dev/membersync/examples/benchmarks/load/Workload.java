package dev.membersync.examples.benchmarks.load;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is done to subjects. */
enum Workload {
    /** Nobody of the members was registered by a program before. */
    W1("first load", World.Task.MEMBERS, 600, "100/10"),
    /** Everybody is in step already. */
    W2("rescan, nothing changed", World.Task.MEMBERS, 2_000, "100/10"),
    /** One in a hundred was renamed. */
    W3("rescan, 1 % changed", World.Task.MEMBERS, 2_000, "100/10"),
    /** People change while webhooks come late, twice and in another order. */
    W4("live edits", World.Task.MEMBERS, 500, "300/10"),
    /** The same while one call in ten goes wrong. */
    W5("live edits, with faults", World.Task.MEMBERS, 500, "300/10"),
    /** W1, and the process dies again and again. */
    W6("first load, killed again and again", World.Task.MEMBERS, 600, "100/10"),
    /** People are renamed on both sides, one in twenty on both at once. */
    W7("edits on both sides, 5 % of them on both", World.Task.BOTH_WAYS, 400, "100/10"),
    /** Tickets are paid and refunded while webhooks come in another order. */
    W8("payments and refunds", World.Task.PAYMENTS, 200, "300/10"),
    /** W4 with two processes on one store, which is empty when they start. */
    W9("live edits, two nodes", World.Task.MEMBERS, 300, "300/10");

    private final String title;
    private final World.Task task;
    private final int members;
    private final String limit;

    Workload(String title, World.Task task, int members, String limit) {
        this.title = title;
        this.task = task;
        this.members = members;
        this.limit = limit;
    }

    /** What happens in one run. */
    @FunctionalInterface
    interface Course {
        /** Runs and measures. */
        Figures run(Round round) throws Exception;
    }

    /** By its name. Throws {@link IllegalArgumentException} for another. */
    static Workload named(String name) {
        List<String> names = Stream.of(values()).map(Enum::name).toList();
        if (!names.contains(name.toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException("--workload takes one of " + names + ", not " + name);
        }
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    String title() {
        return title;
    }

    World.Task task() {
        return task;
    }

    int members() {
        return members;
    }

    Limit limit() {
        return Limit.of(limit);
    }

    Course course() {
        return switch (this) {
            case W1 -> new FirstLoad(false);
            case W2 -> new Rescan(0);
            case W3 -> new Rescan(0.01);
            case W4 -> new LiveEdits(1, false);
            case W5 -> new LiveEdits(1, true);
            case W6 -> new FirstLoad(true);
            case W7 -> new BothWays();
            case W8 -> new Money();
            case W9 -> new LiveEdits(2, false);
        };
    }
}
