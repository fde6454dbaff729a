package dev.membersync.memberships.product;

import dev.membersync.client.internal.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A price of a product as the vendor sent it; only the id is always there. Whoever buys it is granted its offers. The
 * constructor may gain components; it is not part of the compatibility promise.
 *
 * @param id               the vendor's id
 * @param productId        the product
 * @param name             what it is called
 * @param type             {@code one_time} or {@code recurring}
 * @param currency         the currency of all amounts, ISO 4217
 * @param amount           the price in major units, exactly as written
 * @param compareAtPrice   the price it is shown to have been
 * @param recurrence       how often it is charged; for a recurring one
 * @param membershipOffers the offers of memberships that it grants. Unmodifiable
 * @param createdAt        when it was made
 * @param updatedAt        when it was changed last
 * @param extra            the fields that this type does not know. Unmodifiable
 */
public record Price(
        String id,
        Optional<String> productId,
        Optional<String> name,
        Optional<String> type,
        Optional<String> currency,
        Optional<BigDecimal> amount,
        Optional<BigDecimal> compareAtPrice,
        Optional<Recurrence> recurrence,
        List<MembershipOffer> membershipOffers,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt,
        Map<String, Object> extra) {

    /** Refuses a blank id; copies the collections. */
    public Price {
        Texts.required("id", id);
        membershipOffers = List.copyOf(membershipOffers);
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }
}
