package dev.membersync.eventops.checkin;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One look at a code, as a scanner asks about it.
 *
 * @param id the scanner and its own count; the same id again is the same scan and gets the same answer
 * @param text what the camera or the keyboard gave
 * @param direction which way
 * @param gate the gate's name
 * @param deviceTime the scanner's wall clock
 * @param monotonicNanos its counter that nobody sets
 * @param waiver what a supervisor allows
 */
public record ScanRequest(
        FactId id,
        String text,
        Direction direction,
        String gate,
        Instant deviceTime,
        long monotonicNanos,
        Optional<Waiver> waiver) {
    /** A look on the way in. */
    public static ScanRequest entry(FactId id, String text, String gate, Instant deviceTime, long monotonicNanos) {
        return new ScanRequest(id, text, Direction.ENTRY, gate, deviceTime, monotonicNanos, Optional.empty());
    }

    /** The same on the way out. */
    public ScanRequest leaving() {
        return new ScanRequest(id, text, Direction.EXIT, gate, deviceTime, monotonicNanos, waiver);
    }

    /** The same with what a supervisor allows. */
    public ScanRequest with(Waiver allowed) {
        return new ScanRequest(id, text, direction, gate, deviceTime, monotonicNanos, Optional.of(allowed));
    }

    /** True when this scan was the answer to this request; another look under the same id is no repetition. */
    boolean isAnsweredBy(Scan scan) {
        return scan.clocks().device().equals(deviceTime.truncatedTo(ChronoUnit.MICROS))
                && scan.clocks().monotonicNanos() == monotonicNanos
                && scan.gate().equals(gate)
                && scan.direction() == direction;
    }

    /** Without the text: whoever has it can enter. */
    @Override
    public String toString() {
        return "ScanRequest[" + id + " " + direction + " at " + gate + "]";
    }
}
