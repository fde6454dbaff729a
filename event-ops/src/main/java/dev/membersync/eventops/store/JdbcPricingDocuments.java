package dev.membersync.eventops.store;

import dev.membersync.eventops.pricing.PricingDocuments;
import dev.membersync.sync.store.Annex;
import dev.membersync.sync.store.JdbcStore;
import java.util.List;
import java.util.Optional;

/**
 * Pricing documents in the database of a {@link JdbcStore}, whose table it makes. No personal data. Its transactions take
 * turns with those of the synchronisation; while an overlay of that store is open (a plan runs), nothing can be kept.
 */
public final class JdbcPricingDocuments implements PricingDocuments {
    private static final Annex ANNEX = new Annex(
            "pricing",
            List.of(List.of("CREATE TABLE pricing_document(kind TEXT NOT NULL, event TEXT NOT NULL, id TEXT NOT NULL,"
                    + " version BIGINT NOT NULL, body TEXT NOT NULL, PRIMARY KEY(kind, event, id))")));
    private static final String ONE = " WHERE kind=? AND event=? AND id=?";

    private final JdbcStore store;

    private JdbcPricingDocuments(JdbcStore store) {
        this.store = store;
    }

    /**
     * The documents in a store, which stays the caller's to close.
     *
     * @throws dev.membersync.sync.store.StoreException when the table is that of a newer version
     */
    public static JdbcPricingDocuments open(JdbcStore store) {
        store.open(ANNEX);
        return new JdbcPricingDocuments(store);
    }

    @Override
    public Optional<Document> find(String kind, String event, String id) {
        return store.inTransaction(session -> session.one(
                "SELECT version, body FROM pricing_document" + ONE,
                row -> new Document(kind, event, id, row.number(1), row.text(2)),
                kind,
                event,
                id));
    }

    @Override
    public List<Document> all(String kind, String event) {
        return store.inTransaction(session -> session.list(
                "SELECT id, version, body FROM pricing_document WHERE kind=? AND event=? ORDER BY id",
                row -> new Document(kind, event, row.text(1), row.number(2), row.text(3)),
                kind,
                event));
    }

    @Override
    public boolean put(Document document) {
        return store.inTransaction(session -> document.version() == 0
                ? session.update(
                                "INSERT INTO pricing_document(kind, event, id, version, body) VALUES(?,?,?,1,?)"
                                        + " ON CONFLICT DO NOTHING",
                                document.kind(),
                                document.event(),
                                document.id(),
                                document.body())
                        == 1
                : session.update(
                                "UPDATE pricing_document SET version=version+1, body=?" + ONE + " AND version=?",
                                document.body(),
                                document.kind(),
                                document.event(),
                                document.id(),
                                document.version())
                        == 1);
    }

    @Override
    public void remove(String kind, String event, String id) {
        store.inTransaction(session -> session.update("DELETE FROM pricing_document" + ONE, kind, event, id));
    }
}
