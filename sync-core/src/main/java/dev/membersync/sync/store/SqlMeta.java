package dev.membersync.sync.store;

import java.util.Map;
import java.util.Optional;

/** Facts in a database. */
record SqlMeta(SqlSession session) implements Meta {
    @Override
    public Optional<String> find(String name) {
        return session.one("SELECT fact FROM sync_meta WHERE name=?", row -> row.text(1), name);
    }

    @Override
    public void put(String name, String value) {
        Refusals.checkFactName(name);
        session.update(
                "INSERT INTO sync_meta(name, fact) VALUES(?,?) ON CONFLICT(name) DO UPDATE SET fact=excluded.fact",
                name,
                value);
    }

    @Override
    public boolean hasLinks() {
        return session.number("SELECT COUNT(*) FROM (SELECT 1 FROM sync_link LIMIT 1) one") > 0;
    }

    @Override
    public void forgetMarks() {
        long open = session.number("SELECT COUNT(*) FROM sync_intent WHERE open_key IS NOT NULL");
        if (open > 0) {
            throw session.refuse(Refusals.createsNeedTheirKey(open));
        }
        byte[] marks = MarkCodec.marks(Map.of());
        session.update("UPDATE sync_member SET marks=?, email_key=NULL", marks);
        session.update("UPDATE sync_ticket SET marks=?, email_key=NULL, name_key=NULL", marks);
        session.update("UPDATE sync_intent SET sent=NULL");
        session.update("UPDATE sync_link SET base=?, version=version+1", MarkCodec.bases(Map.of()));
    }
}
