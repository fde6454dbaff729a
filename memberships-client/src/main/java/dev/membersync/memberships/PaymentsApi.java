package dev.membersync.memberships;

import dev.membersync.client.Call;
import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.RejectedException;
import dev.membersync.client.internal.ApiClient;
import dev.membersync.client.internal.Json;
import dev.membersync.memberships.internal.HeaderText;
import dev.membersync.memberships.internal.RecoveredCall;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Payments of members. Thread-safe; calls fail as {@link Call} says. */
public final class PaymentsApi {

    /** Id of the operation that records a payment. */
    public static final String RECORD = "payments.record";

    private static final int CONFLICT = 409;

    private final ApiClient wire;
    private final MembershipsProfile profile;

    PaymentsApi(ApiClient wire, MembershipsProfile profile) {
        this.wire = wire;
        this.profile = profile;
    }

    /**
     * Records a payment: {@code POST /payments} on STANDARD (DOC). {@code paymentId} is the natural key; it is also sent
     * as {@code Idempotency-Key}, so the call is repeated after a lost answer (INFER, memberships-api.md 10.4). A 409
     * means that the id is on record: a result, not a failure; see {@link Payment#alreadyRecorded}.
     */
    public Call<Payment> record(PaymentDraft draft) {
        var body = new LinkedHashMap<String, Object>();
        body.put("paymentId", draft.paymentId());
        body.put("amount", draft.amount());
        body.put("status", draft.status().value());
        body.put("userId", draft.userId());
        Call<Payment> call = wire.call(profile.operation(RECORD))
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
