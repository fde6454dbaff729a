package dev.membersync.sync.adapter;

import dev.membersync.client.policy.Lane;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.payment.PaymentDraft;
import dev.membersync.memberships.payment.PaymentStatus;
import dev.membersync.sync.payment.PaymentRow;
import dev.membersync.sync.payment.Telling;
import dev.membersync.sync.record.TicketRef;
import java.util.Optional;

/**
 * Payments of the profile STANDARD: {@code POST /payments} with {@code paymentId, amount, status, userId} and nothing else
 * (DOC). {@code paymentId} is the natural key (INFER): a change of the amount or the status is the same key again, with the
 * whole state so far, and what was sent once may be sent again. Thread-safe.
 */
public final class StandardPayments implements PaymentSink {
    private final MembershipsClient client;

    private StandardPayments(MembershipsClient client) {
        this.client = client;
    }

    /** The payments of this client's account. */
    public static StandardPayments of(MembershipsClient client) {
        return new StandardPayments(client);
    }

    @Override
    public String system() {
        return "memberships";
    }

    @Override
    public PaymentSink inLane(Lane lane) {
        return new StandardPayments(client.inLane(lane));
    }

    @Override
    public Told tell(PaymentRow row, int number, Optional<TicketRef> registration) {
        Telling telling = row.telling().orElseThrow();
        PaymentDraft draft = new PaymentDraft(
                row.key(),
                telling.net().decimal(),
                new PaymentStatus(telling.state().word()),
                telling.userId());
        return client.payments().record(draft).execute().alreadyRecorded() ? Told.KNOWN : Told.RECORDED;
    }
}
