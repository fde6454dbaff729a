package dev.membersync.memberships.contact;

import dev.membersync.client.Call;
import dev.membersync.client.internal.CallBuilder;
import dev.membersync.memberships.internal.Wire;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * The workflows that one contact is in: the only way by which the API can grant or revoke a course, where a workflow does
 * so. Thread-safe; calls fail as {@link Call} says. Source: SPEC, memberships-api.md 0 and 2.2.
 */
public final class ContactWorkflows {

    private final Wire wire;
    private final String contactId;

    ContactWorkflows(Wire wire, String contactId) {
        this.wire = wire;
        this.contactId = contactId;
    }

    /**
     * Puts the contact into a workflow: {@code POST /contacts/{contactId}/workflow/{workflowId}} (SPEC), sent once only:
     * it may run a second time for a second request.
     */
    public Call<Void> enrol(String workflowId) {
        return call("contacts.workflow.enrol", workflowId).json(Map.of()).ignoringBody();
    }

    /** As {@link #enrol(String)}, for an event that begins at this time. */
    public Call<Void> enrol(String workflowId, OffsetDateTime eventStartTime) {
        return call("contacts.workflow.enrol", workflowId)
                .json(Map.of("eventStartTime", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(eventStartTime)))
                .ignoringBody();
    }

    /** Takes the contact out of a workflow: {@code DELETE /contacts/{contactId}/workflow/{workflowId}} (SPEC). */
    public Call<Void> leave(String workflowId) {
        return call("contacts.workflow.leave", workflowId).ignoringBody();
    }

    private CallBuilder call(String operation, String workflowId) {
        return wire.call(operation).path("contactId", contactId).path("workflowId", workflowId);
    }
}
