package dev.membersync.eventops.checkin;

import java.util.Comparator;

/**
 * A scan, when it happened, and whether it was taken back.
 *
 * @param scan the scan
 * @param when when it happened, by the server's clock
 * @param isUndone true when somebody took it back: it counts no more
 */
public record TimedScan(Scan scan, Moment when, boolean isUndone) {
    /** The order in which scans count, whatever the order in which they arrive. */
    public static final Comparator<TimedScan> CANONICAL = Comparator.comparing(
                    (TimedScan timed) -> timed.when().at())
            .thenComparing(timed -> timed.scan().id());

    /**
     * True when both are one gesture: the same device, gate, direction and answer, within three seconds, this one not before. A
     * look that is answered otherwise, such as one after a waiver, is a scan of its own.
     */
    boolean repeats(TimedScan first) {
        return scan.id().device().equals(first.scan.id().device())
                && scan.gate().equals(first.scan.gate())
                && scan.direction() == first.scan.direction()
                && scan.passes() == first.scan.passes()
                && !when.since(first.when).isNegative()
                && when.since(first.when).compareTo(Scan.GESTURE) <= 0;
    }
}
