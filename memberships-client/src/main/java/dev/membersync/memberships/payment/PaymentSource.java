package dev.membersync.memberships.payment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a payment came from; the vendor gives it flat in lists and as an object in details, here it is one thing. The
 * constructor may gain components; it is not part of the compatibility promise.
 *
 * @param type    the kind
 * @param subType the finer kind
 * @param id      the id of the funnel, invoice or other source
 * @param name    its name
 * @param extra   what an object said besides; empty in lists, where that stays with the row. Unmodifiable
 */
public record PaymentSource(
        Optional<SourceType> type,
        Optional<SourceSubType> subType,
        Optional<String> id,
        Optional<String> name,
        Map<String, Object> extra) {

    /** Copies the extra fields. */
    public PaymentSource {
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }
}
