package dev.membersync.sync.store;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that went wrong outside of single members and wants somebody to know or to act. Holds names and reasons, no
 * personal data.
 *
 * @param kind what happened, such as {@code CREDENTIAL_REFUSED}, {@code QUOTA_USED_UP} or {@code MASS_CHANGE}
 * @param subject what it happened to: a system, a workflow, an operation or a feed; with the kind it names the incident
 * @param service which side it concerns, such as {@code accelevents}; empty when none does
 * @param status the HTTP status that was answered
 * @param code the vendor's own code
 * @param number how many operations or records it is about; a person who lets the work go on repeats it
 * @param message what happened, for people
 * @param nextStep what happens by itself, or what a person has to do
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
        long number,
        String message,
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
        return new Incident(kind, subject, service, status, code, 0, "", nextStep, now, now, Optional.empty(), 1);
    }

    /** This one, about so many, with what happened. */
    public Incident about(long many, String what) {
        return new Incident(
                kind, subject, service, status, code, many, what, nextStep, openedAt, lastAt, closedAt, times);
    }

    /** This one, with other words about what happened. */
    Incident saying(String what) {
        return new Incident(
                kind, subject, service, status, code, number, what, nextStep, openedAt, lastAt, closedAt, times);
    }

    /** This one as a store keeps it: with what is known of it while it is open, and whole microseconds. */
    Incident after(Optional<Incident> known) {
        Optional<Incident> before = known.filter(incident -> incident.closedAt().isEmpty());
        return with(
                before.map(Incident::openedAt).orElse(openedAt),
                Optional.empty(),
                before.map(Incident::times).orElse(0L) + times);
    }

    /** This one, over. */
    public Incident closed(Instant at) {
        return with(openedAt, Optional.of(Micros.kept(at)), times);
    }

    private Incident with(Instant opened, Optional<Instant> closed, long happened) {
        return new Incident(
                kind,
                subject,
                service,
                status,
                code,
                number,
                message,
                nextStep,
                Micros.kept(opened),
                Micros.kept(lastAt),
                closed,
                happened);
    }
}
