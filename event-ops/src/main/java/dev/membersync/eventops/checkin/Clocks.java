package dev.membersync.eventops.checkin;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What the clocks showed when a fact was made, to the microsecond.
 *
 * @param device the device's wall clock, right or wrong
 * @param monotonicNanos its counter that nobody sets; it starts anew when the device does
 * @param server the clock of the server that decided or was asked; empty for what happened offline
 */
public record Clocks(Instant device, long monotonicNanos, Optional<Instant> server) {
    public Clocks {
        device = device.truncatedTo(ChronoUnit.MICROS);
        server = server.map(time -> time.truncatedTo(ChronoUnit.MICROS));
    }

    /** What a device's clocks showed while no server was there. */
    public static Clocks offline(Instant device, long monotonicNanos) {
        return new Clocks(device, monotonicNanos, Optional.empty());
    }

    /** What a device's clocks showed, and the server's. */
    public static Clocks online(Instant device, long monotonicNanos, Instant server) {
        return new Clocks(device, monotonicNanos, Optional.of(server));
    }
}
