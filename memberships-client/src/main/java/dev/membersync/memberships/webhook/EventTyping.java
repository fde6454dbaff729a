package dev.membersync.memberships.webhook;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what an event is: by the word in the body, by what its URL is for, by its shape.
 *
 * @param type   the type
 * @param source where it was taken from
 */
record EventTyping(EventType type, TypeSource source) {
    private static final Set<String> PRICE_WORDS = Set.of("one_time", "recurring");

    /** Statuses of the vendor's examples; those of Create and Update are both draft (DOC). */
    private static final Map<String, EventType> BY_INVOICE_STATUS = Map.of(
            "sent", EventType.INVOICE_SENT,
            "paid", EventType.INVOICE_PAID,
            "partially_paid", EventType.INVOICE_PARTIALLY_PAID,
            "void", EventType.INVOICE_VOID,
            "delete", EventType.INVOICE_DELETE);

    static EventTyping of(EventBody record, Optional<String> stated, Optional<EventType> expected) {
        // A price has a type of its own, which is no event.
        Optional<EventType> word = stated.filter(text -> !(PRICE_WORDS.contains(text) && record.has("product")))
                .map(EventType::of);
        if (word.isPresent() && word.get().isDocumented()) {
            return expected.filter(type -> type.kind() == word.get().kind() && !type.equals(word.get()))
                    .map(type -> new EventTyping(type, TypeSource.EXPECTED))
                    .orElseGet(() -> new EventTyping(word.get(), TypeSource.STATED));
        }
        if (expected.isPresent()) {
            return new EventTyping(expected.get(), TypeSource.EXPECTED);
        }
        if (word.isPresent()) {
            return new EventTyping(word.get(), TypeSource.STATED);
        }
        return inferred(record)
                .map(type -> new EventTyping(type, TypeSource.INFERRED))
                .orElseGet(() -> new EventTyping(EventType.UNTYPED, TypeSource.NONE));
    }

    private static Optional<EventType> inferred(EventBody record) {
        if (record.has("invoiceNumber")) {
            String status = record.text("status").orElse("");
            return Optional.of(BY_INVOICE_STATUS.getOrDefault(status, EventType.INVOICE_CREATE_OR_UPDATE));
        }
        if (record.has("product") && record.has("amount")) {
            return Optional.of(EventType.PRICE_CHANGE);
        }
        return record.has("productType") || record.has("availableInStore")
                ? Optional.of(EventType.PRODUCT_CHANGE)
                : Optional.empty();
    }
}
