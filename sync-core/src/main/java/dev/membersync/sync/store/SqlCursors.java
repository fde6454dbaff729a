package dev.membersync.sync.store;

/** Cursors in a database. */
record SqlCursors(SqlSession session, long scope) implements Cursors {
    @Override
    public Cursor find(String feed) {
        return session.one(
                        "SELECT position, generation, complete FROM sync_cursor WHERE feed=? AND scope_id=?",
                        row -> new Cursor(feed, row.text(1), row.number(2), row.number(3)),
                        feed,
                        scope)
                .orElseGet(() -> Cursor.start(feed));
    }

    @Override
    public void save(Cursor cursor) {
        session.update(
                "INSERT INTO sync_cursor(feed, scope_id, position, generation, complete) VALUES(?,?,?,?,?)"
                        + " ON CONFLICT(feed, scope_id) DO UPDATE SET position=excluded.position,"
                        + " generation=excluded.generation, complete=excluded.complete",
                cursor.feed(),
                scope,
                cursor.value(),
                cursor.generation(),
                cursor.complete());
    }
}
