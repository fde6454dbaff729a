package dev.membersync.sync.store;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that went wrong outside of single members and wants somebody to act. Holds names and reasons, no personal
 * data.
 *
 * @param kind what happened, such as {@code CREDENTIAL_REFUSED} or {@code QUOTA_USED_UP}
 * @param subject what it happened to: an operation, a feed or an event; with the kind it names the incident
 * @param service which side it concerns, such as {@code accelevents}
 * @param status the HTTP status that was answered
 * @param code the vendor's own code
 * @param nextStep what to do, for people
 * @param openedAt when it happened first
 * @param lastAt when it happened last
 * @param closedAt when it was over
 * @param times how often it happened since it was opened
 */
public record Incident(
        String kind,
        String subject,
        String service,
        OptionalInt status,
        Optional<String> code,
        String nextStep,
        Instant openedAt,
        Instant lastAt,
        Optional<Instant> closedAt,
        long times) {
    /** One that happens now. */
    public static Incident of(
            String kind,
            String subject,
            String service,
            OptionalInt status,
            Optional<String> code,
            String nextStep,
            Instant now) {
        return new Incident(kind, subject, service, status, code, nextStep, now, now, Optional.empty(), 1);
    }

    /** This one as a store keeps it: with what is known of it while it is open, and whole microseconds. */
    Incident after(Optional<Incident> known) {
        Optional<Incident> before = known.filter(incident -> incident.closedAt().isEmpty());
        return new Incident(
                kind,
                subject,
                service,
                status,
                code,
                nextStep,
                Micros.kept(before.map(Incident::openedAt).orElse(openedAt)),
                Micros.kept(lastAt),
                Optional.empty(),
                before.map(Incident::times).orElse(0L) + times);
    }

    Incident closed(Instant at) {
        return new Incident(
                kind, subject, service, status, code, nextStep, openedAt, lastAt, Optional.of(Micros.kept(at)), times);
    }
}
