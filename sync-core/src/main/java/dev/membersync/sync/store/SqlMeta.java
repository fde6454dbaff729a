package dev.membersync.sync.store;

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
}
