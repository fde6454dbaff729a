package dev.membersync.eventops.analytics;

import java.time.Instant;

/**
 * One scan at the door, accepted or not.
 *
 * @param id names it; scans of the same moment are taken in the order of their ids
 * @param registration whose ticket was scanned
 * @param device which device scanned it
 * @param at when, by the corrected clock
 * @param outcome what came of it
 * @param offline whether it was decided without the server, and so provisionally
 */
public record ScanFact(String id, String registration, String device, Instant at, Outcome outcome, boolean offline) {
    /** What came of a scan. */
    public enum Outcome {
        /** Let in. */
        ADMITTED,
        /** Scanned again while inside. */
        REPEAT,
        /** Let in twice by devices that did not know of each other: this is the later one. */
        CONFLICT,
        /** Left. */
        EXIT,
        /** Not let in. */
        REFUSED
    }
}
