package dev.membersync.sync.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A story and how it ends.
 *
 * @param acts what happens
 * @param broken what does not hold at the end
 * @param hash of everything that happened on the way
 */
record Story(List<Act> acts, List<String> broken, String hash) {
    static Story of(long seed) {
        return told(Workload.draw(seed), () -> Variation.NONE);
    }

    static Story told(List<Act> acts, Supplier<Variation> variation) {
        Sim sim = Sim.on(Disk.inMemory(), variation.get());
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
        return new Story(acts, List.copyOf(broken), sim.trace.hash());
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
                Story without = told(fewer, variation);
                shortest = without.isBroken() ? without : shortest;
            }
        }
        return shortest.acts.size() < acts.size() ? shortest.shrunk(variation) : shortest;
    }

    String text() {
        return acts.stream().map(Act::text).collect(Collectors.joining("\n  ", "  ", "\n"))
                + broken.stream().collect(Collectors.joining("\n  ", "what does not hold:\n  ", ""));
    }
}
