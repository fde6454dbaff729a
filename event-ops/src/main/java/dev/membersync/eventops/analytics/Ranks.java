package dev.membersync.eventops.analytics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Percentiles by nearest rank. */
final class Ranks {
    private Ranks() {}

    /** The value at the rank that percent of all rounds up to. */
    static long percentile(List<Long> sorted, int percent) {
        int rank = (int) ((sorted.size() * (long) percent + 99) / 100);
        return sorted.get(Math.max(rank, 1) - 1);
    }

    /** A figure for each of these percentiles; none when there are no values. */
    static List<Figure> percentiles(List<Long> sorted, int... percents) {
        List<Figure> figures = new ArrayList<>();
        for (int percent : percents) {
            if (!sorted.isEmpty()) {
                figures.add(Figure.plain(percentile(sorted, percent))
                        .aboutPeople(LongStream.of(sorted.size()))
                        .of("p" + percent));
            }
        }
        return figures;
    }
}
