package dev.membersync.sync.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A story and how it ends.
 *
 * @param kind of its world
 * @param acts what happens
 * @param broken what does not hold at the end
 * @param hash of everything that happened on the way
 */
record Story(Kind kind, List<Act> acts, List<String> broken, String hash) {
    static Story of(long seed) {
        Kind kind = Kind.of(seed);
        return told(kind, Workload.draw(seed, kind), () -> Variation.NONE);
    }

    static Story told(List<Act> acts, Supplier<Variation> variation) {
        return told(Kind.ONE_WAY, acts, variation);
    }

    private static Story told(Kind kind, List<Act> acts, Supplier<Variation> variation) {
        Sim sim = Sim.on(kind, Disk.inMemory(), variation.get());
        List<String> broken = new ArrayList<>();
        try {
            acts.forEach(act -> {
                sim.trace.line(act.text());
                act.move().accept(sim);
            });
            broken.addAll(sim.rest());
        } catch (RuntimeException | AssertionError e) {
            broken.add("threw " + e + at(e));
        }
        broken.forEach(sim.trace::line);
        return new Story(kind, acts, List.copyOf(broken), sim.trace.hash());
    }

    private static String at(Throwable thrown) {
        StackTraceElement[] stack = thrown.getStackTrace();
        return stack.length == 0 ? "" : " at " + stack[0];
    }

    boolean isBroken() {
        return !broken.isEmpty();
    }

    /** The same story without the acts it does not need in order to break. */
    Story shrunk(Supplier<Variation> variation) {
        Story shortest = this;
        for (int i = acts.size() - 1; i >= 0; i--) {
            if (i < shortest.acts.size()) {
                List<Act> fewer = new ArrayList<>(shortest.acts);
                fewer.remove(i);
                Story without = told(kind, fewer, variation);
                shortest = without.isBroken() ? without : shortest;
            }
        }
        return shortest.acts.size() < acts.size() ? shortest.shrunk(variation) : shortest;
    }

    String text() {
        return acts.stream().map(Act::text).collect(Collectors.joining("\n  ", kind + "\n  ", "\n"))
                + broken.stream().collect(Collectors.joining("\n  ", "what does not hold:\n  ", ""));
    }
}
