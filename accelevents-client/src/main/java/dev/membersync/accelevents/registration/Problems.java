package dev.membersync.accelevents.registration;

import dev.membersync.accelevents.registration.AnswerProblem.Reason;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects every problem of one draft, each once; one use, one thread. */
final class Problems {
    private final boolean alone;
    private final Set<AnswerProblem> found = new LinkedHashSet<>();
    private String whom = "";

    Problems(RegistrationDraft draft) {
        alone = draft.tickets().size() == 1;
    }

    /** What follows is about the holder of the ticket at this place of the draft. */
    void aboutTicket(int place) {
        whom = alone ? "" : "ticket " + (place + 1);
    }

    /** What follows is about the buyer. */
    void aboutBuyer() {
        whom = alone ? "" : "buyer";
    }

    void add(String field, Reason reason, List<String> options) {
        found.add(new AnswerProblem(whom, field, reason, options));
    }

    void add(String field, Reason reason) {
        add(field, reason, List.of());
    }

    /** Throws when there are any. */
    void refuse() {
        if (!found.isEmpty()) {
            throw new RefusedAnswersException(List.copyOf(found));
        }
    }
}
