package dev.membersync.examples.benchmarks;

import java.util.Map;

/**
 * One thing that can be measured.
 *
 * @param name the word that starts it
 * @param summary one line for people
 * @param options what may follow, each with its default; an option without a default has an empty one
 * @param run measures, and gives back what it found; it says on standard error how far it is
 */
record Command(String name, String summary, Map<String, String> options, Measurement run) {

    /** Measures. */
    @FunctionalInterface
    interface Measurement {
        /**
         * Measures, and gives back what it found.
         *
         * @throws Exception when nothing could be measured
         */
        Report run(Arguments arguments) throws Exception;
    }
}
