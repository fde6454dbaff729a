package dev.membersync.eventops.checkin;

import java.time.Instant;
import java.util.Optional;

/**
 * Who looks, and when.
 *
 * @param device the device that scans
 * @param gate the gate it stands at
 * @param direction which way
 * @param now the time to decide by: the server's, or the device's moved by what its contacts told
 * @param clock how far that time can be believed
 * @param waiver what a supervisor allows
 */
record Look(String device, Gate gate, Direction direction, Instant now, Skew clock, Optional<Waiver> waiver) {}
