package dev.membersync.sync.workflow;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.adapter.PaymentSink;
import dev.membersync.sync.adapter.PaymentSource;
import java.util.Currency;

/**
 * One way of telling one system of the payments that another one collected, as data. Immutable.
 *
 * @param id the workflow's id, part of its scope: two workflows of one event need two ids
 * @param source where payments are read
 * @param sink who is told
 * @param currency the currency that the sink takes; a payment in another one is for a person
 */
public record PaymentWorkflow(String id, PaymentSource source, PaymentSink sink, Currency currency) {
    /** The template of both ways. */
    public static final String BOTH = "payments";

    /** The template, and default id, of the way from an event to the Memberships side. */
    public static final String TO_MEMBERSHIP = "event-payments-to-membership";

    /** The template, and default id, of the way from the Memberships side to an event. */
    public static final String TO_EVENT = "membership-payments-to-event";

    /** The same workflow, whose calls ask the rate budget in this lane. */
    public PaymentWorkflow inLane(Lane lane) {
        return new PaymentWorkflow(id, source.inLane(lane), sink.inLane(lane), currency);
    }
}
