package dev.membersync.eventops.checkin;

import dev.membersync.eventops.ticket.Serial;
import java.time.Duration;
import java.util.Optional;

/**
 * One look at a code, accepted or not.
 *
 * @param id its name
 * @param clocks what the clocks showed
 * @param serial the ticket; empty when the text named none
 * @param generation the generation of the code that was shown; 0 when there was none
 * @param direction which way
 * @param gate the gate's name
 * @param slot what an entry uses up: empty for the event, else the day or the zone that the admission policy counts by
 * @param outcome what was answered
 * @param rule the rule that decided; empty when the outcome says all
 * @param listVersion the version of the revocation list that it was decided with
 * @param snapshot the offline snapshot that it was decided with; empty when it was decided online
 * @param waiver what a supervisor allowed
 * @param repeats the number of the first look of the same gesture, made by the same device; 0 for a look of its own
 */
public record Scan(
        FactId id,
        Clocks clocks,
        Optional<Serial> serial,
        int generation,
        Direction direction,
        String gate,
        String slot,
        Outcome outcome,
        String rule,
        long listVersion,
        String snapshot,
        Optional<Waiver> waiver,
        long repeats)
        implements Fact {
    /** Looks of one device at one gate at one ticket within this time, its edge included, are one gesture. */
    public static final Duration GESTURE = Duration.ofSeconds(3);

    /** True when no server took part in the decision. */
    public boolean isOffline() {
        return clocks.server().isEmpty();
    }

    /** True when somebody walked in or out. */
    public boolean passes() {
        return outcome.admits();
    }
}
