package dev.membersync.eventops.store;

import dev.membersync.eventops.pricing.MemoryDocuments;
import dev.membersync.eventops.pricing.PricingDocuments;

/** The documents in memory keep the contract. */
final class MemoryPricingDocumentsTest implements PricingDocumentsContract {
    private final PricingDocuments documents = MemoryDocuments.create();

    @Override
    public PricingDocuments documents() {
        return documents;
    }
}
