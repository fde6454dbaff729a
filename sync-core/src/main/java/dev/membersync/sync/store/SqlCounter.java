package dev.membersync.sync.store;

/** Numbers that are given once in a scope and never again, even when their row is gone. */
record SqlCounter(SqlSession session, String name, long scope) {
    long last() {
        return session.number("SELECT last FROM sync_counter WHERE name=? AND scope_id=?", name, scope);
    }

    void set(long last) {
        session.update(
                "INSERT INTO sync_counter(name, scope_id, last) VALUES(?,?,?)"
                        + " ON CONFLICT(name, scope_id) DO UPDATE SET last=excluded.last",
                name,
                scope,
                last);
    }
}
