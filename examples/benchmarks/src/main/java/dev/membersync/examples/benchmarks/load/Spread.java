package dev.membersync.examples.benchmarks.load;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What several runs came to.
 *
 * @param median the one in the middle, or the mean of the two there
 * @param least the least
 * @param most the most
 */
record Spread(double median, double least, double most) {
    /** Of at least one value. Throws {@link IllegalArgumentException} when there is none. */
    static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no value, no spread");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }

    /** How many times the other's median this one's is; empty when that has no meaning. */
    Optional<Double> ratioTo(Spread other) {
        return other.median == 0 ? Optional.empty() : Optional.of(median / other.median);
    }

    /** The median, and in brackets least and most where they differ from it. */
    String text(Metric metric) {
        String middle = metric.text(median);
        String range = metric.text(least) + "-" + metric.text(most);
        return range.equals(middle + "-" + middle) ? middle : String.format(Locale.ROOT, "%s (%s)", middle, range);
    }
}
