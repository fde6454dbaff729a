package dev.membersync.sync.store;

import java.sql.SQLException;

/** Cursors in a database. */
record SqlCursors(SqlSession session, long scope) implements Cursors {
    static final String SELECT = "SELECT feed, position, generation, complete FROM sync_cursor ";

    @Override
    public Cursor find(String feed) {
        return session.one(SELECT + "WHERE feed=? AND scope_id=?", SqlCursors::read, feed, scope)
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

    static Cursor read(SqlRow row) throws SQLException {
        return new Cursor(row.text(1), row.text(2), row.number(3), row.number(4));
    }
}
