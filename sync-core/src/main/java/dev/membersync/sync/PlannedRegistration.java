package dev.membersync.sync;

import dev.membersync.sync.record.RegistrationDraft;
import java.util.List;
import java.util.Optional;

/**
 * A registration that a plan would create, with its values: personal data, stored nowhere.
 *
 * @param workflow the workflow's id
 * @param event the event url
 * @param userId the member
 * @param ticketType the name of the ticket type, empty when there is none
 * @param memberIdLabel the form field whose answer names the member; empty when the workflow has none
 * @param draft what the registration would say
 * @param problems why it cannot be made now, with names and no values; empty when it can
 */
public record PlannedRegistration(
        String workflow,
        String event,
        String userId,
        String ticketType,
        Optional<String> memberIdLabel,
        RegistrationDraft draft,
        List<String> problems) {
    public PlannedRegistration {
        problems = List.copyOf(problems);
    }

    /** Shows nobody's values. */
    @Override
    public String toString() {
        return "PlannedRegistration[" + userId + ", " + ticketType + "]";
    }
}
