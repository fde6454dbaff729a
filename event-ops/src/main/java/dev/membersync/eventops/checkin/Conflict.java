package dev.membersync.eventops.checkin;

import java.time.Duration;

/**
 * Two people were let in with one ticket, or one twice: an entry that was accepted while the ticket was in. It is told,
 * and nobody is put out by it.
 *
 * @param admitted the entry that counts
 * @param later the entry that came later
 */
public record Conflict(TimedScan admitted, TimedScan later) {
    /** How much later, in whole seconds. */
    public long gapSeconds() {
        return Duration.between(admitted.when().at(), later.when().at()).toSeconds();
    }

    /** For people: both gates and devices, and the gap. */
    public String text() {
        return "ticket " + later.scan().serial().orElseThrow().hex() + ": in by gate "
                + admitted.scan().gate() + " (" + admitted.scan().id() + "), and again " + gapSeconds()
                + " s later by gate " + later.scan().gate() + " ("
                + later.scan().id() + ")";
    }
}
