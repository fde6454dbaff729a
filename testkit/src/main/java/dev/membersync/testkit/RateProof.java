package dev.membersync.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The arrival times of requests at a fake: the server's own proof of how fast a client really was. Immutable. */
public final class RateProof {
    private final List<Instant> arrivals;

    private RateProof(List<Instant> arrivals) {
        this.arrivals = arrivals;
    }

    /** A proof over arrival times in any order. */
    public static RateProof of(List<Instant> arrivals) {
        return new RateProof(arrivals.stream().sorted().toList());
    }

    /** How many requests arrived. */
    public int arrivals() {
        return arrivals.size();
    }

    /** The highest number of arrivals in any window of the length; two arrivals exactly one length apart share none. */
    public int highestIn(Duration window) {
        int highest = 0;
        int first = 0;
        for (int last = 0; last < arrivals.size(); last++) {
            Instant from = arrivals.get(last).minus(window);
            while (!arrivals.get(first).isAfter(from)) {
                first++;
            }
            highest = Math.max(highest, last - first + 1);
        }
        return highest;
    }
}
