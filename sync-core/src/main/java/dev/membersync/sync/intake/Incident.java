package dev.membersync.sync.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that stopped a part of the work and that people should know of. Holds no personal data.
 *
 * @param kind what it is
 * @param subject the system, such as {@code accelevents}, or the workflow's id
 * @param at when it began
 * @param ended when it was over; empty while it lasts
 * @param status the HTTP status, where a service answered
 * @param code the vendor's code, where it gave one
 * @param number how many operations or records it is about; a person who lets the work go on repeats it
 * @param message what happened
 * @param nextStep what happens by itself, or what a person has to do
 */
public record Incident(
        Kind kind,
        String subject,
        Instant at,
        Optional<Instant> ended,
        OptionalInt status,
        Optional<String> code,
        long number,
        String message,
        String nextStep) {
    /** What an incident is. */
    public enum Kind {
        /** A service refuses our credentials. */
        CREDENTIALS,
        /** The quota of the day is used up. */
        QUOTA,
        /** A service is down, or does not know what it should. */
        OUTAGE,
        /** The store cannot be used. */
        STORE,
        /** A list could not be read to its end. */
        SCAN,
        /** More would change than the guards allow. */
        MASS_CHANGE,
        /** Too many members in a row could not be worked on. */
        FAILURES
    }

    /** The same, over. */
    public Incident endedAt(Instant end) {
        return new Incident(kind, subject, at, Optional.of(end), status, code, number, message, nextStep);
    }
}
