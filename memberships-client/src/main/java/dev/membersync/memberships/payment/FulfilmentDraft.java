package dev.membersync.memberships.payment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of an order is handed over (SPEC, memberships-api.md 2.5 P4).
 *
 * @param items          how many of each price id, at least one
 * @param trackings      the parcels, in any number
 * @param notifyCustomer whether the vendor tells the customer
 */
public record FulfilmentDraft(Map<String, Integer> items, List<Tracking> trackings, boolean notifyCustomer) {

    /** Copies the collections; refuses a draft without items. */
    public FulfilmentDraft {
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
        trackings = List.copyOf(trackings);
        if (items.isEmpty() || items.values().stream().anyMatch(quantity -> quantity < 1)) {
            throw new IllegalArgumentException("a fulfilment needs items, at least one of each");
        }
    }
}
