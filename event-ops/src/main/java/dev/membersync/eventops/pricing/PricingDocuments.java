package dev.membersync.eventops.pricing;

import java.util.List;
import java.util.Optional;

/**
 * Where the engine keeps what it must not forget: one text for each kind, event and id, with a version that guards against
 * two writers. No personal data. Implementations are thread-safe, and what {@link #put} answered is kept.
 */
public interface PricingDocuments {
    /**
     * A text.
     *
     * @param kind what it is: {@code memory}, {@code saga}, {@code waiting}, {@code incident} or {@code audit}
     * @param event the address of the event
     * @param id names it within kind and event
     * @param version the version that was read; 0 for one that is new
     * @param body the text
     */
    record Document(String kind, String event, String id, long version, String body) {}

    /** The text, if there is one. */
    Optional<Document> find(String kind, String event, String id);

    /** All texts of a kind and event, by id. */
    List<Document> all(String kind, String event);

    /**
     * Keeps a text with the next version.
     *
     * @return false, and nothing happened, when the text that is kept has another version than this one
     */
    boolean put(Document document);

    /** Forgets a text; none is fine. */
    void remove(String kind, String event, String id);
}
