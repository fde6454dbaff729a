package dev.membersync.eventops.checkin;

import java.time.Duration;
import java.time.Instant;

/**
 * A device met the server and both told their time. A device makes one whenever it connects, and from time to time while
 * it is.
 *
 * @param id its name
 * @param clocks what both clocks showed; the server's is present
 * @param roundTrip how long the question and its answer took, as the device measured it; zero when it did not
 */
public record Contact(FactId id, Clocks clocks, Duration roundTrip) implements Fact {
    public Contact {
        if (clocks.server().isEmpty() || roundTrip.isNegative()) {
            throw new IllegalArgumentException("a contact tells the server's time and how long it took");
        }
    }

    /** How far the server was ahead of the device, in nanoseconds. */
    long offsetNanos() {
        Instant server = clocks.server().orElseThrow().minus(roundTrip.dividedBy(2));
        return Duration.between(clocks.device(), server).toNanos();
    }
}
