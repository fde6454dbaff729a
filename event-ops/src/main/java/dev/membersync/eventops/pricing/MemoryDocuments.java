package dev.membersync.eventops.pricing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Documents in memory: for tests, and for rules that are only rehearsed. */
public final class MemoryDocuments implements PricingDocuments {
    private final Map<String, Document> kept = new ConcurrentSkipListMap<>();

    private MemoryDocuments() {}

    /** Without documents. */
    public static MemoryDocuments create() {
        return new MemoryDocuments();
    }

    @Override
    public Optional<Document> find(String kind, String event, String id) {
        return Optional.ofNullable(kept.get(key(kind, event, id)));
    }

    @Override
    public List<Document> all(String kind, String event) {
        return kept.values().stream()
                .filter(document ->
                        document.kind().equals(kind) && document.event().equals(event))
                .toList();
    }

    @Override
    public synchronized boolean put(Document document) {
        String key = key(document.kind(), document.event(), document.id());
        long version = Optional.ofNullable(kept.get(key)).map(Document::version).orElse(0L);
        if (version != document.version()) {
            return false;
        }
        kept.put(
                key,
                new Document(
                        document.kind(), document.event(), document.id(), document.version() + 1, document.body()));
        return true;
    }

    @Override
    public synchronized void remove(String kind, String event, String id) {
        kept.remove(key(kind, event, id));
    }

    private static String key(String kind, String event, String id) {
        return kind + "\n" + event + "\n" + id;
    }
}
