package dev.membersync.memberships.payment;

import dev.membersync.client.Call;
import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.RejectedException;
import dev.membersync.client.internal.Json;
import dev.membersync.client.internal.RecoveredCall;
import dev.membersync.memberships.internal.HeaderText;
import dev.membersync.memberships.internal.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Payments of members on STANDARD. Thread-safe; calls fail as {@link Call} says. */
public final class PaymentsApi {

    private static final String RECORD = "payments.record";
    private static final int CONFLICT = 409;

    private final Wire wire;

    /** Not for callers: a client makes one. */
    @SuppressWarnings("exports") // nobody else has a wire
    public PaymentsApi(Wire wire) {
        this.wire = wire;
    }

    /**
     * Records a payment: {@code POST /payments} on STANDARD (DOC). {@code paymentId} is the natural key; it is also sent
     * as {@code Idempotency-Key}, so the call is repeated after a lost answer (INFER, memberships-api.md 10.4). A 409
     * means that the id is on record: a result, not a failure; see {@link Payment#alreadyRecorded}.
     *
     * @throws UnsupportedOperationException on HighLevel, where a payment is recorded on an order or an invoice
     */
    public Call<Payment> record(PaymentDraft draft) {
        if (!wire.profile().has(RECORD)) {
            throw new UnsupportedOperationException(
                    "the profile " + wire.profile().name() + " has no payments of its own:"
                            + " use orders().recordPayment(..) or invoices().recordPayment(..)");
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("paymentId", draft.paymentId());
        body.put("amount", draft.amount());
        body.put("status", draft.status().value());
        body.put("userId", draft.userId());
        Call<Payment> call = wire.call(RECORD)
                .header("Idempotency-Key", HeaderText.of(draft.paymentId()))
                .json(body)
                .reader(reply -> recorded(draft, reply));
        return RecoveredCall.of(call, failure -> onRecord(draft, failure));
    }

    private static Payment recorded(PaymentDraft draft, byte[] reply) {
        Map<String, Object> extra = reply.length == 0 ? Map.of() : Json.object(reply, fields -> fields.all());
        return new Payment(draft.paymentId(), false, extra);
    }

    private static Optional<Payment> onRecord(PaymentDraft draft, ApiException failure) {
        return failure instanceof RejectedException && failure.status().equals(OptionalInt.of(CONFLICT))
                ? Optional.of(new Payment(draft.paymentId(), true, Map.of()))
                : Optional.empty();
    }
}
