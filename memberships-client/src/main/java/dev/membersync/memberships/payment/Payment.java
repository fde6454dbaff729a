package dev.membersync.memberships.payment;

import dev.membersync.client.internal.Texts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A payment that the Memberships API has on record.
 *
 * @param paymentId       the caller's id of the payment
 * @param alreadyRecorded true when the vendor answered 409, that is, the id had been recorded by an earlier request
 *                        (INFER, memberships-api.md 10.4); the record it holds was not changed by this one
 * @param extra           what the reply said besides, unknown fields included; empty when it had no body. Unmodifiable
 */
public record Payment(String paymentId, boolean alreadyRecorded, Map<String, Object> extra) {

    /** Copies the extra fields; values may be {@code null}. */
    public Payment {
        Texts.required("paymentId", paymentId);
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }
}
