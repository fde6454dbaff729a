package dev.membersync.examples.benchmarks.load;

import java.util.Locale;

/** What one run is measured by, in the order of the table. */
enum Metric {
    CONVERGED("time to converge, s", 1),
    CALLS("calls", 0),
    PER_RECORD("calls per record", 3),
    PER_CHANGE("calls per record created or changed", 2),
    WRITES("writes", 0),
    REFUSED("429 by the limit", 0),
    FULLEST("fullest window, % of the limit", 1),
    MEAN("mean while writing, % of the limit", 1),
    RECOVERED("second window after a forced 429, % of the limit", 1),
    DUPLICATES("duplicates", 0),
    MISSING("missing", 0),
    WRONG("wrong", 0),
    WRONG_LINKS("wrong links", 0),
    STRAYS("strays", 0),
    LOST("edits lost", 0),
    P50("webhook to write p50, ms", 0),
    P99("webhook to write p99, ms", 0),
    KILLS("kills", 0),
    HEAP("heap before a collection, peak, MiB", 0),
    LIVE("heap after a collection, peak, MiB", 0),
    RESIDENT("resident set, peak, MiB", 0),
    CPU("processor, s", 1),
    TRANSACTIONS("transactions of the store", 0),
    WRITTEN("written to disk, MiB", 1);

    private final String label;
    private final int digits;

    Metric(String label, int digits) {
        this.label = label;
        this.digits = digits;
    }

    String label() {
        return label;
    }

    String text(double value) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
