package dev.membersync.examples.benchmarks;

import java.util.Locale;

/** Several readings of one thing. */
public final class Numbers {
    private final double[] sorted;

    private Numbers(double[] sorted) {
        this.sorted = sorted;
    }

    /** These readings, at least one. */
    public static Numbers of(double... readings) {
        if (readings.length == 0) {
            throw new IllegalArgumentException("nothing was read");
        }
        double[] sorted = readings.clone();
        java.util.Arrays.sort(sorted);
        return new Numbers(sorted);
    }

    /** The middle one, or the mean of the middle two. */
    public double median() {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The one below which this share of the readings lies, by nearest rank. */
    public double at(double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    /** The median with the smallest and the largest, each divided by {@code unit}. */
    public String spread(int digits, double unit) {
        return text(median() / unit, digits) + " (" + text(sorted[0] / unit, digits) + ".."
                + text(sorted[sorted.length - 1] / unit, digits) + ")";
    }

    /** A number with so many digits behind the point. */
    public static String text(double number, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", number);
    }
}
