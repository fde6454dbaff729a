package dev.membersync.examples.benchmarks.load;

import java.time.Duration;

/**
 * When a process is killed that has not ended by itself.
 *
 * @param after this long after its start
 * @param requests when so many requests have come since its start; 0 when only the time counts
 */
record KillRule(Duration after, int requests) {
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofMinutes(10);

    /** Reads {@code 20s} or {@code 25calls}. Throws {@link IllegalArgumentException} for anything else. */
    static KillRule of(String text) {
        if (text.matches("[1-9]\\d{0,5}s")) {
            return new KillRule(Duration.ofSeconds(Long.parseLong(text.substring(0, text.length() - 1))), 0);
        }
        if (text.matches("[1-9]\\d{0,5}calls")) {
            return new KillRule(LONG, Integer.parseInt(text.substring(0, text.length() - "calls".length())));
        }
        throw new IllegalArgumentException("--kill takes seconds or calls, such as 20s or 50calls, not " + text);
    }

    /** Waits until it is time, and kills; true when the process ended by itself before. */
    boolean spares(Running running, Stage stage) throws InterruptedException {
        int before = stage.requests();
        long began = System.nanoTime();
        while (!running.endsWithin(LOOK)) {
            boolean enough = requests > 0 && stage.requests() - before >= requests;
            if (enough || System.nanoTime() - began > after.toNanos()) {
                running.close();
                return false;
            }
        }
        return true;
    }
}
