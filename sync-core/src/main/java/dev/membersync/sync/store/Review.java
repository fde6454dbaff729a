package dev.membersync.sync.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question for a person. Holds names and reasons, no values: those are read live when a person lists it.
 *
 * @param kind what is asked, such as {@code MISSING} or {@code DISPUTED}
 * @param subject whom it is about: a userId, or a value of a vocabulary
 * @param fields the fields in question
 * @param reason why, for people
 * @param openedAt when it was first asked
 * @param closedAt when it was answered, or when its reason had gone
 * @param decision what was answered; an open question with an answer waits for the run that acts upon it
 */
public record Review(
        String kind,
        String subject,
        List<String> fields,
        String reason,
        Instant openedAt,
        Optional<Instant> closedAt,
        Optional<String> decision) {
    public Review {
        fields = List.copyOf(fields);
    }

    /** A question that is asked now. */
    public static Review ask(String kind, String subject, List<String> fields, String reason, Instant now) {
        return new Review(kind, subject, fields, reason, now, Optional.empty(), Optional.empty());
    }

    /** The name by which a person answers it. */
    public String id() {
        return kind + ":" + subject;
    }
}
