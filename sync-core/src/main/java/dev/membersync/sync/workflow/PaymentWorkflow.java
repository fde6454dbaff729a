package dev.membersync.sync.workflow;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.adapter.AcceleventsAccess;
import dev.membersync.sync.adapter.PaymentSink;
import dev.membersync.sync.adapter.PaymentSource;
import dev.membersync.sync.payment.PaymentRow;
import dev.membersync.sync.policy.AccessPolicy;
import dev.membersync.sync.record.TicketRef;
import java.util.Currency;
import java.util.Optional;

/**
 * One way of telling one system of the payments that another one collected, as data. Immutable.
 *
 * @param id the workflow's id, part of its scope: two workflows of one event need two ids
 * @param source where payments are read
 * @param sink who is told
 * @param currency the currency that the sink takes; a payment in another one is for a person
 * @param access set where nobody is told anything and access is compared with money instead
 */
public record PaymentWorkflow(
        String id, PaymentSource source, PaymentSink sink, Currency currency, Optional<AccessPolicy> access) {
    /** The template of both ways. */
    public static final String BOTH = "payments";

    /** The template, and default id, of the way from an event to the Memberships side. */
    public static final String TO_MEMBERSHIP = "event-payments-to-membership";

    /** The template, and default id, of the way from the Memberships side to an event. */
    public static final String TO_EVENT = "membership-payments-to-event";

    /** The template, and default id, of the comparison of access and money. */
    public static final String ACCESS = "refunds-and-cancellations";

    private static final Currency NONE = Currency.getInstance("XXX");

    /** A workflow that tells of payments. */
    public PaymentWorkflow(String id, PaymentSource source, PaymentSink sink, Currency currency) {
        this(id, source, sink, currency, Optional.empty());
    }

    /** A workflow that compares access and money of each ticket and writes to neither side. */
    public static PaymentWorkflow access(String id, AcceleventsAccess tickets, AccessPolicy policy) {
        return new PaymentWorkflow(id, tickets, new Nobody(), NONE, Optional.of(policy));
    }

    /** The same workflow, whose calls ask the rate budget in this lane. */
    public PaymentWorkflow inLane(Lane lane) {
        return new PaymentWorkflow(id, source.inLane(lane), sink.inLane(lane), currency, access);
    }

    private record Nobody() implements PaymentSink {
        @Override
        public String system() {
            return "nobody";
        }

        @Override
        public Told tell(PaymentRow row, int number, Optional<TicketRef> registration) {
            throw new UnsupportedOperationException("this workflow tells nobody");
        }
    }
}
