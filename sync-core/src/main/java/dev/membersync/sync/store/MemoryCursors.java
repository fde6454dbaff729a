package dev.membersync.sync.store;

/** Cursors in memory. */
final class MemoryCursors implements Cursors {
    private final MemoryRows rows;

    MemoryCursors(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public Cursor find(String feed) {
        return rows.cursors.find(feed).orElseGet(() -> Cursor.start(feed));
    }

    @Override
    public void save(Cursor cursor) {
        rows.cursors.put(cursor.feed(), cursor);
    }
}
